package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import jakarta.enterprise.context.ApplicationScoped;

/** Durations and numbers. The setting {@code idem.replay.horizon} is an hour here. */
@ApplicationScoped
public class WrongTimes {

    /** As the configuration says. */
    @Reported(id = "IDEM-0006", text = "waitFor = \"soon\" is no duration from zero to a day")
    @IdempotentOperation(key = "id")
    public void waitsSoon(String id) {}

    @Reported(id = "IDEM-0007", text = "expireAfter = \"P0D\" is no time above zero")
    @IdempotentOperation(key = "id", expireAfter = "P0D")
    public void neverBinds(String id) {}

    @Reported(id = "IDEM-0008", text = "lease = \"a minute\" is no duration above zero")
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, lease = "a minute")
    public void unreadableLease(String id) {}

    @Reported(id = "IDEM-0008", text = "lease = \"PT2H\" is not from 3 seconds to below expireAfter = \"PT2H\"")
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, lease = "PT2H", expireAfter = "PT2H")
    public void leaseAsLongAsExpiry(String id) {}

    @Reported(id = "IDEM-0008", text = "lease = \"PT2S\" is not from 3 seconds")
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, lease = "PT2S")
    public void leaseTooShort(String id) {}

    @Reported(id = "IDEM-0010", text = "maxAttempts = 51 is not between -1 and 50")
    @IdempotentOperation(key = "id", maxAttempts = 51)
    public void tooManyAttempts(String id) {}

    @Reported(id = "IDEM-0061", text = "cacheFor = \"PT61S\" is no duration from zero to a minute")
    @IdempotentOperation(key = "id", cacheFor = "PT61S")
    public void cachedForLong(String id) {}

    @Reported(id = "IDEM-0061", text = "records of effects outside the database are not cached")
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, cacheFor = "PT1S")
    public void cachedEffect(String id) {}

    @Reported(id = "IDEM-0050", text = "it may be parked and replayed, but expireAfter = \"PT59M\" can end before")
    @IdempotentOperation(key = "id", maxAttempts = 3, expireAfter = "PT59M")
    public void forgottenTooEarly(String id) {}
}

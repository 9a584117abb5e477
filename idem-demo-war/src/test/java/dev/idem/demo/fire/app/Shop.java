package dev.idem.demo.fire.app;

import dev.idem.CurrentOperation;
import dev.idem.IdempotentOperation;
import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Operations of a CDI bean, each in a transaction with its record. */
@ApplicationScoped
public class Shop {

    @Inject
    Effects effects;

    @Inject
    Moods moods;

    @Inject
    Outbox outbox;

    @Inject
    CurrentOperation current;

    @IdempotentOperation(name = "shop.note", key = "ask.key()", maxAttempts = 3)
    public void note(Ask ask) {
        effects.addSilently("shop.note", ask);
        moods.suffer(ask);
    }

    @Retry(maxRetries = 2, delay = 20, delayUnit = ChronoUnit.MILLIS)
    @IdempotentOperation(name = "shop.buy", key = "ask.key()", maxAttempts = 3)
    public String buy(Ask ask) {
        String answer = effects.add("shop.buy", ask);
        moods.suffer(ask);
        return answer;
    }

    /** Refuses every other time, as nobody can foresee. */
    @IdempotentOperation(name = "shop.decide", key = "ask.key()", storeOn = Declined.class)
    public String decide(Ask ask) {
        String answer = effects.add("shop.decide", ask);
        if (ThreadLocalRandom.current().nextBoolean()) {
            throw new Declined("not today");
        }
        return answer;
    }

    /** Tells a consumer by the outbox. */
    @IdempotentOperation(name = "shop.tell", key = "ask.key()")
    public String tell(Ask ask) {
        String answer = effects.add("shop.tell", ask);
        outbox.send(OutboxMessage.text(Grants.QUEUE, Grants.keyFor(ask)));
        moods.suffer(ask);
        return answer;
    }
}

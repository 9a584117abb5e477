package dev.idem.demo.fire.app;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import dev.idem.OnUnknownOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Operations whose effects are elsewhere. */
@ApplicationScoped
public class Post {

    @Inject
    FarEnd farEnd;

    @IdempotentOperation(
            name = "post.mail",
            key = "ask.key()",
            mode = Mode.EXTERNAL_EFFECT,
            lease = "PT3S",
            waitFor = "PT1S",
            noEffectOn = FarEnd.Unreached.class)
    public String mail(Ask ask) {
        return farEnd.add("post.mail", ask);
    }

    /** The far end is said to be idempotent. */
    @IdempotentOperation(
            name = "post.push",
            key = "ask.key()",
            mode = Mode.EXTERNAL_EFFECT,
            lease = "PT3S",
            waitFor = "PT1S",
            onUnknownOutcome = OnUnknownOutcome.RUN_AGAIN)
    public String push(Ask ask) {
        return farEnd.add("post.push", ask);
    }
}

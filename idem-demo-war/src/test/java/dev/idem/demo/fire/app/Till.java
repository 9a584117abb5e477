package dev.idem.demo.fire.app;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An operation of a session bean, in the container's transaction. */
@Stateless
public class Till {

    @Inject
    Effects effects;

    @Inject
    Moods moods;

    @IdempotentOperation(name = "till.pay", key = "ask.key()", maxAttempts = 3)
    public String pay(Ask ask) {
        String answer = effects.add("till.pay", ask);
        moods.suffer(ask);
        return answer;
    }
}

package dev.idem.scenario.dying;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Mode;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Pays, and is held up before it can say so until a gate opens. */
@ApplicationScoped
public class Payments {

    @Inject
    Rows rows;

    @IdempotentOperation(
            name = "payments.pay",
            mode = Mode.EXTERNAL_EFFECT,
            scope = Scope.GLOBAL,
            lease = "PT3S",
            waitFor = "PT0S")
    public String pay(@IdempotencyKey String id) {
        rows.addEffect(id);
        rows.awaitGate(id);
        return "paid " + id;
    }

    /** By a one-time token; is held up before its effect. */
    @IdempotentOperation(
            name = "payments.submit",
            key = "token",
            keyType = KeyType.TOKEN,
            mode = Mode.EXTERNAL_EFFECT,
            scope = Scope.GLOBAL,
            lease = "PT3S",
            waitFor = "PT0S")
    public String submit(String token, String id) {
        rows.awaitGate(id, "form of " + id);
        rows.addEffect("form of " + id);
        return "submitted " + id;
    }
}

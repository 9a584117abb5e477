package dev.idem.demo.fire.app;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a consumer does for each message of the outbox, by the business key of what it is about. */
@ApplicationScoped
public class Grants {

    static final String QUEUE = "grants";

    @Inject
    Effects effects;

    /** The key of the grant for a call of {@code shop.tell}. */
    static String keyFor(Ask ask) {
        return ask.scope() + "|" + ask.key();
    }

    @IdempotentOperation(name = "grants.grant")
    public void grant(@IdempotencyKey String told) {
        effects.addSilently("grants.grant", new Ask("", told, 0, Ask.WELL));
    }
}

package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Bodies that put messages into the outbox; each names its destination as its key. */
@ApplicationScoped
public class OutboxShop {

    @Inject
    Effects effects;

    @Inject
    Outbox outbox;

    @Inject
    OutboxShop self;

    @IdempotentOperation(name = "outbox.pay", key = "id", checkArguments = false)
    public List<String> pay(String id, boolean fails) {
        effects.add(id);
        List<String> ids = List.of(
                outbox.send(OutboxMessage.text(id, "first").withHeader("tenant", "acme")),
                outbox.send(OutboxMessage.json(id, "\"second\"")));
        if (fails) {
            throw new IllegalStateException("fails after it sent");
        }
        return ids;
    }

    /** Violates a constraint of the business data, which shows at the commit. */
    @IdempotentOperation(name = "outbox.constraint", key = "id")
    public void violateAtCommit(String id) {
        outbox.send(OutboxMessage.text(id, "never"));
        effects.addOnceOnly(id, id);
        effects.addOnceOnly(id, id);
    }

    @IdempotentOperation(name = "outbox.outer", key = "id")
    public List<String> nested(String id) {
        List<String> ids = new ArrayList<>();
        ids.add(outbox.send(OutboxMessage.text(id, "outer 1")));
        ids.addAll(self.pay(id, false));
        ids.add(outbox.send(OutboxMessage.text(id, "outer 2")));
        return ids;
    }

    @IdempotentOperation(name = "outbox.expiring", key = "id", expireAfter = "PT0.001S")
    public String expiring(String id) {
        return outbox.send(OutboxMessage.text(id, "as new"));
    }

    @Transactional
    public String plain(String id) {
        effects.add(id);
        return outbox.send(OutboxMessage.text(id, "without an operation"));
    }

    /** Rolls back after the inner operation has returned. */
    @Transactional
    public void rollBackLater(String id) {
        self.pay(id, false);
        throw new IllegalStateException("outer fails");
    }

    public String withoutTransaction(String id) {
        return outbox.send(OutboxMessage.text(id, "never"));
    }

    @Transactional
    public void toNobody(String id) {
        outbox.send(OutboxMessage.text(id, "never").withSender("nobody"));
    }

    @Transactional
    public void ordered(String id, String payload) {
        outbox.send(OutboxMessage.text(id, payload).withOrderingKey(id));
    }
}

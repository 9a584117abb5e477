package dev.idem.outbox;

import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.Deployment;
import dev.idem.engine.OutboxStore;
import dev.idem.engine.RunningEffects;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import dev.idem.engine.TransientFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Writes messages in the running transaction, and wakes their relay once that has committed. */
@ApplicationScoped
class TransactionalOutbox implements Outbox {

    @Inject
    Transactions transactions;

    @Inject
    OutboxStore store;

    @Inject
    RunningEffects effects;

    @Inject
    Deployment deployment;

    @Inject
    Senders senders;

    @Inject
    Relays relays;

    @Override
    public String send(OutboxMessage message) {
        requireTransaction(message);
        String sender = senders.nameFor(message.sender());
        Optional<RunningEffects.Effect> effect = effects.next();
        String id = effect.map(RunningEffects.Effect::id)
                .orElseGet(() -> UUID.randomUUID().toString());
        add(new OutboxStore.NewMessage(
                id, deployment.application(), effect.map(RunningEffects.Effect::key), sender, message));
        transactions.afterCompletion(committed -> {
            if (committed) {
                relays.wake(sender);
            }
        });
        return id;
    }

    private void requireTransaction(OutboxMessage message) {
        if (!transactions.active()) {
            throw new IllegalStateException("IDEM-0507 there is no transaction, so the " + message
                    + " would not be sent together with business data: call it in an @IdempotentOperation, a"
                    + " @Transactional method or an EJB");
        }
        if (transactions.rollbackOnly()) {
            throw new IllegalStateException(
                    "the transaction is marked rollback-only: the " + message + " would never be sent");
        }
    }

    /** After a failed statement some databases would commit without it: never let them. */
    private void add(OutboxStore.NewMessage message) {
        try {
            store.add(message);
        } catch (StoreFailure failure) {
            transactions.markRollbackOnly();
            String what = "the " + message.message() + " could not be put into the outbox: " + failure.getMessage();
            throw TransientFailures.isTransient(failure)
                    ? new StoreUnavailableException("outbox", "", what, failure)
                    : new IllegalStateException(what, failure);
        } catch (RuntimeException failure) {
            transactions.markRollbackOnly();
            throw failure;
        }
    }
}

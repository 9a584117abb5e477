package dev.idem.outbox;

import dev.idem.engine.OutboxStore;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.DueMessage;
import dev.idem.engine.StoreFailure;
import dev.idem.spi.OutboxSender;
import java.util.List;

/**
 * Sends the messages of one sender, batch after batch: claims some and commits, sends them with no transaction and no
 * connection in hand, then notes what became of them. If it dies in between, its claims end and others send the rest; at
 * worst a message is sent again. For one thread at a time.
 */
final class Relay {

    /** Candidates for each message of a batch: relays that look at the same time find something for each. */
    private static final int AHEAD = 4;

    private final OutboxStore store;
    private final Committed committed;
    private final OutboxSender sender;
    private final Workplace workplace;
    private final Outage storeOutage;
    private final Outage senderOutage;

    /**
     * Creates a relay.
     *
     * @param store where the messages are
     * @param committed its transactions
     * @param sender who sends them
     * @param workplace where and how it works
     */
    Relay(OutboxStore store, Committed committed, OutboxSender sender, Workplace workplace) {
        this.store = store;
        this.committed = committed;
        this.sender = sender;
        this.workplace = workplace;
        this.storeOutage = workplace.outage("IDEM-0503", "the store of the outbox");
        this.senderOutage = workplace.outage("IDEM-0502", "outbox sender " + sender.name());
    }

    /**
     * Sends a batch.
     *
     * @return whether there may be more to send at once
     */
    boolean round() {
        if (senderOutage.pauses() || storeOutage.pauses()) {
            return false;
        }
        try {
            boolean some = batch();
            storeOutage.isOver();
            return some && !senderOutage.lasts();
        } catch (StoreFailure failure) {
            storeOutage.began(failure);
            return false;
        }
    }

    private boolean batch() {
        int size = senderOutage.lasts() ? 1 : workplace.settings().batch();
        List<DueMessage> due = committed.get(() -> store.due(workplace.application(), sender.name(), size * AHEAD));
        if (due.isEmpty() || workplace.stopping().get()) {
            return false;
        }
        long deadline = workplace.deadline();
        List<ClaimedMessage> claimed = committed.get(() ->
                store.claim(due, workplace.relay(), size, workplace.settings().lease()));
        if (claimed.isEmpty()) {
            return false;
        }
        note(new Batch(sender, senderOutage, workplace, deadline).send(due, claimed));
        return true;
    }

    private void note(BatchOutcome outcome) {
        try {
            written(outcome).forEach(BatchOutcome.Failed::warn);
        } finally {
            if (outcome.interrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tried twice: a deadlock or a lost connection would have all of it sent again. */
    private List<BatchOutcome.Failed> written(BatchOutcome outcome) {
        try {
            return committed.get(() -> outcome.writeTo(store, workplace));
        } catch (StoreFailure first) {
            try {
                return committed.get(() -> outcome.writeTo(store, workplace));
            } catch (StoreFailure second) {
                second.addSuppressed(first);
                throw second;
            }
        }
    }
}

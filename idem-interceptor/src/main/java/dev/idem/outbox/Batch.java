package dev.idem.outbox;

import dev.idem.engine.OutboxStore.ClaimedMessage;
import dev.idem.engine.OutboxStore.DueMessage;
import dev.idem.spi.BrokerUnavailableException;
import dev.idem.spi.OutboxSender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends claimed messages one after the other, so that none overtakes an earlier one of its ordering key. For one thread,
 * once.
 */
final class Batch {

    private final OutboxSender sender;
    private final Outage outage;
    private final Workplace workplace;
    private final long deadline;

    private final Set<String> held = new HashSet<>();
    private final List<ClaimedMessage> sent = new ArrayList<>();
    private final List<ClaimedMessage> unsent = new ArrayList<>();
    private final List<BatchOutcome.Failed> failed = new ArrayList<>();
    private @Nullable BrokerUnavailableException unavailable;
    private boolean interrupted;

    Batch(OutboxSender sender, Outage outage, Workplace workplace, long deadline) {
        this.sender = sender;
        this.outage = outage;
        this.workplace = workplace;
        this.deadline = deadline;
    }

    /**
     * Sends what can be sent.
     *
     * @param due what might have been claimed, in order
     * @param claimed what was; the others may be in the hands of another relay, which comes first
     */
    BatchOutcome send(List<DueMessage> due, List<ClaimedMessage> claimed) {
        Map<Long, ClaimedMessage> rows = new HashMap<>();
        claimed.forEach(message -> rows.put(message.row(), message));
        for (DueMessage candidate : due) {
            ClaimedMessage message = rows.get(candidate.row());
            if (message == null) {
                candidate.orderingKey().ifPresent(held::add);
            } else if (over() || candidate.orderingKey().filter(held::contains).isPresent()) {
                unsent.add(message);
            } else {
                send(message);
            }
        }
        return new BatchOutcome(
                sent, unsent, Optional.ofNullable(unavailable).map(String::valueOf), failed, interrupted);
    }

    private boolean over() {
        return interrupted || unavailable != null || workplace.stopping().get() || workplace.passed(deadline);
    }

    private void send(ClaimedMessage message) {
        try {
            sender.send(message.id(), message.message());
            sent.add(message);
            outage.isOver();
        } catch (BrokerUnavailableException failure) {
            unavailable = failure;
            outage.began(failure);
            unsent.add(message);
        } catch (InterruptedException failure) {
            interrupted = true;
            unsent.add(message);
        } catch (Exception | LinkageError failure) {
            failed.add(new BatchOutcome.Failed(message, failure));
            message.message().orderingKey().ifPresent(held::add);
        }
    }
}

package dev.idem.outbox;

import dev.idem.engine.FailureCause;
import dev.idem.engine.OutboxStore;
import dev.idem.engine.OutboxStore.ClaimedMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a batch.
 *
 * @param sent what the broker accepted
 * @param unsent what was not tried, or through no fault of its own not sent
 * @param reason why, if the broker is to blame
 * @param failed what could not be sent
 * @param interrupted whether the thread was interrupted
 */
record BatchOutcome(
        List<ClaimedMessage> sent,
        List<ClaimedMessage> unsent,
        Optional<String> reason,
        List<BatchOutcome.Failed> failed,
        boolean interrupted) {

    private static final Logger LOG = System.getLogger(BatchOutcome.class.getName());

    /**
     * Writes it down in the running transaction.
     *
     * @return what is parked once that commits
     */
    List<Failed> writeTo(OutboxStore store, Workplace workplace) {
        String relay = workplace.relay();
        int ours = store.sent(sent, relay, workplace.settings().keep());
        if (ours < sent.size()) {
            LOG.log(Level.DEBUG, "{0} sent messages were claimed by others meanwhile", sent.size() - ours);
        }
        store.release(unsent, relay, reason);
        List<Failed> parked = new ArrayList<>();
        for (Failed each : failed) {
            Optional<Duration> next = each.next(workplace);
            if (store.failed(each.message(), relay, each.error(), next) && next.isEmpty()) {
                parked.add(each);
            }
        }
        return parked;
    }

    /**
     * A message that could not be sent.
     *
     * @param message the message
     * @param failure what its sender threw
     */
    record Failed(ClaimedMessage message, Throwable failure) {

        /** When to try again; empty if that was the last time. */
        Optional<Duration> next(Workplace workplace) {
            int failures = message.failures() + 1;
            return failures >= workplace.settings().maxAttempts()
                    ? Optional.empty()
                    : Optional.of(workplace.messageDelays().after(failures));
        }

        String error() {
            FailureCause cause = FailureCause.of(failure);
            return cause.type() + ": " + cause.message();
        }

        void warn() {
            LOG.log(
                    Level.WARNING,
                    () -> "IDEM-0501 message " + message.id() + " to "
                            + message.message().destination() + " is parked as poison after "
                            + (message.failures() + 1) + " failed attempts to send it: " + error(),
                    failure);
        }
    }
}

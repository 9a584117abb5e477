package dev.idem.admin.api;

import dev.idem.inspect.UnattendedSender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The figures an operator looks at first. */
public record DashboardView(
        Instant now,
        CountView poison,
        CountView outcomeUnknown,
        CountView inProgress,
        CountView keys,
        long activeRuns,
        CountView messagesWaiting,
        CountView messagesParked,
        Optional<Instant> oldestMessageDue,
        List<SenderView> unattendedSenders,
        List<OperationView> operations) {

    /** A sender of messages that no node has. */
    public record SenderView(String application, String sender, long waiting, Instant dueSince) {

        static SenderView of(UnattendedSender sender) {
            return new SenderView(sender.application(), sender.sender(), sender.waiting(), sender.dueSince());
        }
    }
}

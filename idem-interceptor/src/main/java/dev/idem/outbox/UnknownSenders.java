package dev.idem.outbox;

import dev.idem.engine.OutboxStore;
import dev.idem.engine.OutboxStore.Unattended;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of senders that this node does not know and nobody else serves, although messages wait for them: renamed, or
 * removed too early. Each is told once. For one thread at a time.
 */
final class UnknownSenders {

    private static final Logger LOG = System.getLogger(UnknownSenders.class.getName());

    /** Longer than a node needs to start: another one may know the sender. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OutboxStore store;
    private final Committed committed;
    private final String application;
    private final Set<String> known;
    private final Set<String> told = new HashSet<>();

    UnknownSenders(OutboxStore store, Committed committed, String application, Collection<String> known) {
        this.store = store;
        this.committed = committed;
        this.application = application;
        this.known = Set.copyOf(known);
    }

    /** Never throws: a scheduled task that did would not run again. */
    void look() {
        try {
            List<Unattended> found = committed.get(() -> store.unattended(application, PATIENCE)).stream()
                    .filter(each -> !known.contains(each.sender()))
                    .toList();
            told.retainAll(found.stream().map(Unattended::sender).toList());
            found.stream().filter(each -> told.add(each.sender())).forEach(UnknownSenders::warn);
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "waiting senders could not be looked for", failure);
        }
    }

    private static void warn(Unattended sender) {
        LOG.log(
                Level.WARNING,
                "IDEM-0603 {0} message(s) of the outbox wait since {1} for a sender {2} that no node has: bring it back",
                sender.waiting(),
                sender.dueSince(),
                sender.sender());
    }
}

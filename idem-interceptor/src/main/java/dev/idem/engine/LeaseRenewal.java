package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Renews the leases of all effects that run on this node. What cannot be renewed goes on running: whether it lost its
 * record shows when it ends.
 */
public final class LeaseRenewal {

    private static final Logger LOG = System.getLogger(LeaseRenewal.class.getName());
    private static final int AT_ONCE = 500;

    private final EffectStore store;
    private final Leases leases;
    private final OwnTransaction ownTransaction;

    public LeaseRenewal(EffectStore store, Transactions transactions, Leases leases) {
        this.store = store;
        this.leases = leases;
        this.ownTransaction = new OwnTransaction(transactions);
    }

    /** Renews what is due, by one statement for all leases of one length. Never throws. */
    public void renew() {
        leases.due().stream().collect(Collectors.groupingBy(Lease::length)).values().stream()
                .flatMap(LeaseRenewal::batches)
                .forEach(this::renew);
    }

    private static Stream<List<Lease>> batches(List<Lease> same) {
        return IntStream.iterate(0, from -> from < same.size(), from -> from + AT_ONCE)
                .mapToObj(from -> same.subList(from, Math.min(from + AT_ONCE, same.size())));
    }

    private void renew(List<Lease> due) {
        long since = leases.now();
        try {
            int held = ownTransaction.run(() -> store.renew(due));
            leases.renewed(due, since);
            LOG.log(Level.DEBUG, "{0} of {1} leases renewed", held, due.size());
        } catch (Transactions.CommitFailure | RuntimeException failure) {
            LOG.log(Level.DEBUG, "leases could not be renewed; tried again", failure);
        }
    }
}

package dev.idem.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The leases of the effects that run on this node, and which are to be renewed. For many threads at once. */
public final class Leases {

    /** How often a lease is renewed within its length. */
    private static final int TIMES = 3;

    private final LongSupplier nanoClock;
    private final Map<Lease, Long> renewed = new ConcurrentHashMap<>();

    public Leases(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void add(Lease lease) {
        renewed.put(lease, nanoClock.getAsLong());
    }

    void remove(Lease lease) {
        renewed.remove(lease);
    }

    /** Those of which a third has passed since they were renewed. */
    List<Lease> due() {
        long now = nanoClock.getAsLong();
        return renewed.entrySet().stream()
                .filter(each -> now - each.getValue() >= each.getKey().length().toNanos() / TIMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Notes that leases hold from a moment on. */
    void renewed(Collection<Lease> leases, long since) {
        leases.forEach(lease -> renewed.computeIfPresent(lease, (same, before) -> since));
    }

    long now() {
        return nanoClock.getAsLong();
    }
}

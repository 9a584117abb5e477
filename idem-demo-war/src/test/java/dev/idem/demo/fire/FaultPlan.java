package dev.idem.demo.fire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The faults of a run, in their order. The same seed and time give the same plan; it is longer than what a run gets to.
 *
 * @param faults what is to come
 */
record FaultPlan(List<PlannedFault> faults) {

    /** So many faults, one of them ends a node: it takes half a minute to come back. */
    private static final int GROUP = 8;

    private static final int SHORTEST_PAUSE = 300;
    private static final int LONGEST_PAUSE = 2500;

    FaultPlan {
        faults = List.copyOf(faults);
    }

    static FaultPlan drawn(long seed, Duration burning) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Bag killing = new Bag(random, FaultKind::kills);
        Bag others = new Bag(random, kind -> kind.isPlanned() && !kind.kills());
        List<PlannedFault> faults = new ArrayList<>();
        for (long i = 0; i <= burning.toSeconds() / GROUP; i++) {
            int kill = random.nextInt(i == 0 ? 2 : GROUP);
            for (int k = 0; k < GROUP; k++) {
                faults.add(fault(random, (k == kill ? killing : others).next()));
            }
        }
        return new FaultPlan(faults);
    }

    /** The console is on the first node, which therefore dies less often. */
    private static PlannedFault fault(RandomGenerator random, FaultKind kind) {
        int node = kind.kills() && random.nextInt(4) > 0 ? 1 : random.nextInt(2);
        int pause = random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE);
        return new PlannedFault(kind, node, pause, random.nextInt(GROUP) == 0);
    }

    /** Each kind once, then as often as they weigh, each time in another order. */
    private static final class Bag {

        private final RandomGenerator random;
        private final Predicate<FaultKind> which;
        private final List<FaultKind> left = new ArrayList<>();
        private boolean first = true;

        Bag(RandomGenerator random, Predicate<FaultKind> which) {
            this.random = random;
            this.which = which;
        }

        FaultKind next() {
            if (left.isEmpty()) {
                FaultKind.all().stream().filter(which).forEach(this::add);
                first = false;
            }
            return left.remove(random.nextInt(left.size()));
        }

        private void add(FaultKind kind) {
            for (int i = 0; i < (first ? 1 : kind.weight()); i++) {
                left.add(kind);
            }
        }
    }
}

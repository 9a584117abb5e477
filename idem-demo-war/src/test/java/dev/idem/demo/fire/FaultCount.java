package dev.idem.demo.fire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each kind of fault was tried, and how often it struck. Safe for all threads. */
final class FaultCount {

    private final Map<FaultKind, int[]> counts = new EnumMap<>(FaultKind.class);

    synchronized void add(FaultKind kind, boolean struck) {
        int[] count = counts.computeIfAbsent(kind, none -> new int[2]);
        count[0]++;
        count[1] += struck ? 1 : 0;
    }

    /** Some that came with the calls. */
    synchronized void add(FaultKind kind, int struck) {
        counts.put(kind, new int[] {Math.max(1, struck), struck});
    }

    synchronized int tried(FaultKind kind) {
        return counts.getOrDefault(kind, new int[2])[0];
    }

    synchronized int struck(FaultKind kind) {
        return counts.getOrDefault(kind, new int[2])[1];
    }

    /** Those of the plan. */
    synchronized int struck() {
        return FaultKind.all().stream()
                .filter(FaultKind::isPlanned)
                .mapToInt(this::struck)
                .sum();
    }

    /** Kinds that were tried, and never struck: of them nothing is known. */
    synchronized List<FaultKind> neverStruck() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue()[1] == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}

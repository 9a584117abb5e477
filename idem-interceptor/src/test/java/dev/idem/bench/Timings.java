package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The samples of all rounds, and their medians. */
final class Timings {

    private final Map<Turn, List<Sample>> samples = new LinkedHashMap<>();

    /** Whose turn it is, in what. */
    record Turn(Case measured, int threads, String contender) {

        Turn of(String other) {
            return new Turn(measured, threads, other);
        }
    }

    void add(Turn turn, Sample sample) {
        samples.computeIfAbsent(turn, any -> new ArrayList<>()).add(sample);
    }

    private List<Sample> of(Turn turn) {
        return Objects.requireNonNull(samples.get(turn), turn::toString);
    }

    Map<Turn, List<Sample>> samples() {
        return samples;
    }

    boolean has(Turn turn) {
        return samples.containsKey(turn);
    }

    double median(Turn turn, ToDoubleFunction<Sample> figure) {
        return median(of(turn).stream().mapToDouble(figure));
    }

    /** Calls per second, relative to those of another contender in the same round. */
    double ratio(Turn turn, String floor) {
        return ratio(turn, floor, Sample::rate);
    }

    /** A figure, relative to that of another contender in the same round. */
    double ratio(Turn turn, String floor, ToDoubleFunction<Sample> figure) {
        List<Sample> ours = of(turn);
        List<Sample> theirs = of(turn.of(floor));
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i));
        }
        return median(DoubleStream.of(ratios));
    }

    static double median(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

package dev.idem.admin.api;

import dev.idem.inspect.History;
import dev.idem.inspect.HistoryKind;
import dev.idem.inspect.HistorySpan;
import java.time.Instant;
import java.util.List;

/** How calls ended and what the purge did over time, the oldest step first; the last one is not over yet. */
public record HistoryView(String span, long stepSeconds, List<StepView> steps) {

    static HistoryView of(HistorySpan span, List<History.Point> points) {
        return new HistoryView(
                span.name(),
                span.step().toSeconds(),
                points.stream().map(StepView::of).toList());
    }

    /** A step. */
    public record StepView(
            Instant from,
            long ran,
            long duplicates,
            long conflicts,
            long failed,
            long turnedAway,
            long parked,
            long replayed,
            long replaysFailed,
            long purgedRows,
            long purgeBatchesFailed) {

        static StepView of(History.Point point) {
            return new StepView(
                    point.from(),
                    point.of(HistoryKind.RAN),
                    point.of(HistoryKind.DUPLICATE),
                    point.of(HistoryKind.CONFLICT),
                    point.of(HistoryKind.FAILED),
                    point.of(HistoryKind.TURNED_AWAY),
                    point.of(HistoryKind.PARKED),
                    point.of(HistoryKind.REPLAYED),
                    point.of(HistoryKind.REPLAY_FAILED),
                    point.of(HistoryKind.PURGED),
                    point.of(HistoryKind.PURGE_FAILED));
        }
    }
}

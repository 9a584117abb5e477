package dev.idem.admin.api;

import dev.idem.RequestKind;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A run and how far it is; protection is an ISO 8601 duration. */
public record RunView(
        long id,
        RequestKind kind,
        RunState state,
        String selection,
        String snapshot,
        FiguresView figures,
        PaceView pace,
        boolean includeUnknown,
        Optional<String> protection,
        String reason,
        String frozenBy,
        Instant frozen,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<String> changedBy,
        Instant changed,
        Optional<String> stoppedBecause) {

    static RunView of(RunLine run) {
        return new RunView(
                run.id(),
                run.kind(),
                run.state(),
                run.selection(),
                run.snapshot(),
                new FiguresView(
                        run.figures().planned(),
                        run.figures().waiting(),
                        run.figures().running(),
                        run.figures().succeeded(),
                        run.figures().deduplicated(),
                        run.figures().failed(),
                        run.figures().skipped()),
                new PaceView(
                        run.pace().perSecond(),
                        run.pace().ramp(),
                        run.pace().stopPercent(),
                        run.pace().oneByOne()),
                run.includeUnknown(),
                run.protection().map(Duration::toString),
                run.reason(),
                run.createdBy(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.changedBy(),
                run.changedAt(),
                run.stoppedBecause());
    }

    /** What has become of its calls. */
    public record FiguresView(
            long planned, long waiting, long running, long succeeded, long deduplicated, long failed, long skipped) {}

    /** How carefully it goes on. */
    public record PaceView(int perSecond, List<Integer> steps, int stopPercent, boolean oneByOne) {}
}

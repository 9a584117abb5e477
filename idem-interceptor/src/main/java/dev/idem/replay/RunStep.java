package dev.idem.replay;

import dev.idem.engine.RunWork;
import dev.idem.engine.RunWork.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** What comes next in a run. */
sealed interface RunStep {

    /** How much may be under way at once, in seconds of the rate: so much comes at once after the nodes were away. */
    int BACKLOG_SECONDS = 5;

    /** There is nothing to do now. */
    record Rest() implements RunStep {}

    /** No item is open. */
    record Finish() implements RunStep {}

    /** What waits for a worker is not to begin. */
    record Withdraw() implements RunStep {}

    /** Too many failed. */
    record Stop(String because) implements RunStep {}

    /** Items begin at these times, and the one after them no earlier than next. */
    record Begin(List<Instant> times, Instant next) implements RunStep {}

    /**
     * Decides.
     *
     * @param ahead how far ahead items are told when to begin: longer than the pause until the next look
     */
    static RunStep of(RunWork run, Duration ahead) {
        RunWork.Progress progress = run.progress();
        if (progress.underWay() == 0 && (run.course() == Course.ENDING || progress.planned() == 0)) {
            return new Finish();
        }
        if (run.course() == Course.ENDING || run.course() == Course.HELD && progress.waiting() > 0) {
            return new Withdraw();
        }
        if (run.course() == Course.HELD) {
            return new Rest();
        }
        return onwards(run, ahead);
    }

    private static RunStep onwards(RunWork run, Duration ahead) {
        RunWork.Progress progress = run.progress();
        if (failsTooOften(run)) {
            return new Stop("%d of the last %d failed, and it was to stop at more than %d %%"
                    .formatted(
                            progress.recentlyFailed(),
                            progress.recent(),
                            run.pace().stopPercent()));
        }
        List<Instant> times = times(run, ahead);
        return times.isEmpty()
                ? new Rest()
                : new Begin(times, times.get(times.size() - 1).plus(gap(run)));
    }

    private static boolean failsTooOften(RunWork run) {
        RunWork.Progress progress = run.progress();
        return progress.planned() + progress.waiting() > 0
                && progress.recentlyFailed() * 100
                        > progress.recent() * run.pace().stopPercent();
    }

    private static List<Instant> times(RunWork run, Duration ahead) {
        Instant first = run.nextAt().isAfter(run.now()) ? run.nextAt() : run.now();
        Instant horizon = run.now().plus(ahead);
        return LongStream.range(0, Math.max(0, room(run)))
                .mapToObj(item -> first.plus(gap(run).multipliedBy(item)))
                .takeWhile(time -> time.isBefore(horizon))
                .toList();
    }

    /** How many may begin, whatever the rate. */
    private static long room(RunWork run) {
        RunWork.Progress progress = run.progress();
        long together = run.pace().oneByOne() ? 1 : (long) run.pace().perSecond() * BACKLOG_SECONDS;
        long most = Math.min(progress.planned(), together - progress.underWay());
        return Math.min(most, stepEnd(run) - progress.tried() - progress.underWay());
    }

    /** How many are tried in this step of the ramp and the steps before. */
    private static long stepEnd(RunWork run) {
        long end = 0;
        for (int step : run.pace().ramp()) {
            end += step;
            if (run.progress().tried() < end) {
                return end;
            }
        }
        return Long.MAX_VALUE;
    }

    private static Duration gap(RunWork run) {
        return Duration.ofSeconds(1).dividedBy(run.pace().perSecond());
    }
}

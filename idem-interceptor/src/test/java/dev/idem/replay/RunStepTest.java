package dev.idem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.engine.RunWork;
import dev.idem.engine.RunWork.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes next in a run. */
class RunStepTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofSeconds(3);
    private static final RunWork.Pace TEN = new RunWork.Pace(10, List.of(), 20, false);
    private static final RunWork.Pace STEPS = new RunWork.Pace(10, List.of(1, 10), 20, false);

    @Test
    @DisplayName("console check 41: items begin at the rate, however often it is looked at")
    void itemsBeginAtTheRate() {
        Stream.Builder<Instant> begun = Stream.builder();
        Instant next = NOW;
        for (int half = 0; half < 20; half++) {
            Instant now = NOW.plusMillis(500L * half);
            if (RunStep.of(run(TEN, progress(1_000, 0, 0), next, now), Duration.ofSeconds(1))
                    instanceof RunStep.Begin begin) {
                begin.times().forEach(begun::add);
                next = begin.next();
            }
        }
        List<Instant> times = begun.build().toList();

        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.stream().filter(time -> time.isBefore(NOW.plusSeconds(10))))
                .hasSize(100);
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void nothingIsCaughtUp() {
        RunStep step = RunStep.of(run(TEN, progress(100, 0, 0), NOW.minusSeconds(60), NOW), AHEAD);

        assertThat(begun(step)).hasSize(30).first().isEqualTo(NOW);
    }

    @Test
    @DisplayName("what waits for nodes that are away is bounded, so that it does not come all at once")
    void backlogIsBounded() {
        assertThat(begun(next(TEN, progress(1_000, 45, 0)))).hasSize(5);
        assertThat(next(TEN, progress(1_000, 50, 0))).isInstanceOf(RunStep.Rest.class);
    }

    @Test
    void stepsOfTheRamp() {
        assertThat(begun(next(STEPS, progress(100, 0, 0)))).hasSize(1);
        assertThat(next(STEPS, progress(99, 1, 0))).as("the first is not done").isInstanceOf(RunStep.Rest.class);
        assertThat(begun(next(STEPS, progress(99, 0, 1)))).hasSize(10);
        assertThat(next(STEPS, progress(89, 3, 8))).isInstanceOf(RunStep.Rest.class);
        assertThat(begun(next(STEPS, progress(89, 0, 11)))).hasSize(30);
    }

    @Test
    void oneByOne() {
        RunWork.Pace pace = new RunWork.Pace(10, List.of(), 100, true);

        assertThat(begun(next(pace, progress(100, 0, 5)))).hasSize(1);
        assertThat(next(pace, progress(100, 1, 5))).isInstanceOf(RunStep.Rest.class);
    }

    @Test
    @DisplayName("console check 42: it stops once too many failed since it was let go on, and says why")
    void stopRule() {
        assertThat(next(TEN, new RunWork.Progress(90, 0, 0, 10, 10, 2))).isInstanceOf(RunStep.Begin.class);
        assertThat(next(TEN, new RunWork.Progress(90, 5, 0, 10, 10, 3)))
                .isEqualTo(new RunStep.Stop("3 of the last 10 failed, and it was to stop at more than 20 %"));
        assertThat(next(TEN, new RunWork.Progress(99, 0, 0, 1, 1, 1))).isInstanceOf(RunStep.Stop.class);
        assertThat(next(TEN, new RunWork.Progress(90, 0, 0, 10, 0, 0))).isInstanceOf(RunStep.Begin.class);
        assertThat(next(new RunWork.Pace(10, List.of(), 100, false), new RunWork.Progress(90, 0, 0, 10, 10, 10)))
                .isInstanceOf(RunStep.Begin.class);
    }

    @Test
    void endIsReachedOnceNothingIsUnderWay() {
        assertThat(next(TEN, new RunWork.Progress(0, 0, 1, 9, 9, 9))).isInstanceOf(RunStep.Rest.class);
        assertThat(next(TEN, new RunWork.Progress(0, 0, 0, 10, 10, 10))).isInstanceOf(RunStep.Finish.class);
    }

    @Test
    @DisplayName("the stop rule holds for the last ones, too, as long as one has not begun")
    void stopRuleHoldsUntilTheLast() {
        assertThat(next(TEN, new RunWork.Progress(0, 5, 0, 10, 10, 3))).isInstanceOf(RunStep.Stop.class);
        assertThat(next(TEN, new RunWork.Progress(0, 0, 5, 10, 10, 3)))
                .as("all have begun")
                .isInstanceOf(RunStep.Rest.class);
    }

    @Test
    void cancelledRunTakesBackUntilNothingIsUnderWay() {
        assertThat(steer(Course.ENDING, progress(5, 1, 0))).isInstanceOf(RunStep.Withdraw.class);
        assertThat(steer(Course.ENDING, new RunWork.Progress(0, 0, 1, 9, 9, 9)))
                .as("its worker may be gone")
                .isInstanceOf(RunStep.Withdraw.class);
        assertThat(steer(Course.ENDING, progress(5, 0, 0))).isInstanceOf(RunStep.Finish.class);
    }

    @Test
    void heldRunTakesBackWhatWaits() {
        assertThat(steer(Course.HELD, progress(5, 1, 0))).isInstanceOf(RunStep.Withdraw.class);
        assertThat(steer(Course.HELD, new RunWork.Progress(5, 0, 1, 9, 9, 9))).isInstanceOf(RunStep.Rest.class);
        assertThat(steer(Course.HELD, progress(5, 0, 5))).isInstanceOf(RunStep.Rest.class);
        assertThat(steer(Course.HELD, progress(0, 0, 10)))
                .as("nothing is left to hold")
                .isInstanceOf(RunStep.Finish.class);
    }

    private static List<Instant> begun(RunStep step) {
        assertThat(step).isInstanceOf(RunStep.Begin.class);
        return ((RunStep.Begin) step).times();
    }

    private static RunStep next(RunWork.Pace pace, RunWork.Progress progress) {
        return RunStep.of(run(pace, progress, NOW, NOW), AHEAD);
    }

    private static RunWork.Progress progress(long planned, long underWay, long tried) {
        return new RunWork.Progress(planned, underWay, 0, tried, tried, 0);
    }

    private static RunWork run(RunWork.Pace pace, RunWork.Progress progress, Instant next, Instant now) {
        return new RunWork(1, RequestKind.REPLAY, Course.ON, pace, progress, next, now);
    }

    private static RunStep steer(Course course, RunWork.Progress progress) {
        return RunStep.of(new RunWork(1, RequestKind.REPLAY, course, TEN, progress, NOW, NOW), AHEAD);
    }
}

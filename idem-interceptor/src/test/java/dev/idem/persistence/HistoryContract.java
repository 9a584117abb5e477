package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.HistoryStore;
import dev.idem.inspect.History;
import dev.idem.inspect.HistoryKind;
import dev.idem.inspect.HistorySpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How calls ended over time, on each database. */
abstract class HistoryContract extends CauseNoteContract {

    @BeforeEach
    void forgetAll() {
        change("delete from idem_figure");
    }

    @Test
    @DisplayName("what all nodes counted in a minute is added up, and the last step is the one that is now")
    void figuresAreAddedUp() {
        add("node-1", Map.of(HistoryStore.Figure.RAN, 3L, HistoryStore.Figure.DUPLICATE, 1L));
        add("node-1", Map.of(HistoryStore.Figure.RAN, 2L));
        add("node-2", Map.of(HistoryStore.Figure.RAN, 10L));

        List<History.Point> day = history().of(HistorySpan.DAY);

        assertThat(day).hasSize(96);
        assertThat(sum(day, HistoryKind.RAN)).isEqualTo(15);
        assertThat(sum(day, HistoryKind.DUPLICATE)).isEqualTo(1);
        assertThat(sum(day, HistoryKind.PARKED)).isZero();
        Instant now = inspection().now();
        assertThat(day.get(95).from())
                .isBeforeOrEqualTo(now)
                .isAfter(now.minus(HistorySpan.DAY.step()).minusSeconds(60));
    }

    @Test
    void stepsAreWholeAndFollowEachOther() {
        for (HistorySpan span : HistorySpan.values()) {
            List<History.Point> points = history().of(span);

            assertThat(points).as("%s", span).hasSize(span.steps());
            for (int i = 0; i < points.size(); i++) {
                assertThat(points.get(i).from().getEpochSecond() % span.step().toSeconds())
                        .isZero();
                assertThat(Duration.between(points.get(0).from(), points.get(i).from()))
                        .isEqualTo(span.step().multipliedBy(i));
            }
        }
    }

    @Test
    void whatWasBeforeIsInItsStep() {
        add("node-1", Map.of(HistoryStore.Figure.PARKED, 4L));
        change("update idem_figure set minute_at = minute_at - 60 * 50");

        assertThat(sum(history().of(HistorySpan.DAY), HistoryKind.PARKED)).isZero();
        List<History.Point> week = history().of(HistorySpan.WEEK);
        assertThat(week.stream().filter(point -> point.of(HistoryKind.PARKED) == 4))
                .singleElement()
                .satisfies(point -> assertThat(
                                Duration.between(point.from(), inspection().now()))
                        .isBetween(Duration.ofHours(49), Duration.ofHours(53)));
    }

    @Test
    void oldMinutesAreForgotten() {
        add("node-1", Map.of(HistoryStore.Figure.RAN, 1L));
        long now = Duration.ofSeconds(inspection().now().getEpochSecond()).toMinutes();

        forget(now - 10);
        assertThat(sum(history().of(HistorySpan.HOUR), HistoryKind.RAN)).isEqualTo(1);
        forget(now + 10);
        assertThat(sum(history().of(HistorySpan.HOUR), HistoryKind.RAN)).isZero();
    }

    private static long sum(List<History.Point> points, HistoryKind kind) {
        return points.stream().mapToLong(point -> point.of(kind)).sum();
    }

    private void add(String node, Map<HistoryStore.Figure, Long> figures) {
        try (TestUnit.Running running = unit().begin()) {
            new JpaHistoryStore(running.database(), node).add(application, figures);
            running.commit();
        }
    }

    private void forget(long before) {
        try (TestUnit.Running running = unit().begin()) {
            new JpaHistoryStore(running.database(), "node-1").forget(before);
            running.commit();
        }
    }
}

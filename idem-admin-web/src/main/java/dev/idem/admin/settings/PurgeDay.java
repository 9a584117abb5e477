package dev.idem.admin.settings;

import dev.idem.inspect.History;
import dev.idem.inspect.HistoryKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the purge did on a day of UTC.
 *
 * @param day the day
 * @param rows how many rows all nodes deleted
 * @param failed how many batches failed
 */
public record PurgeDay(String day, long rows, long failed) {

    /** Days on which it did anything, the last first. */
    static List<PurgeDay> of(List<History.Point> points) {
        Map<LocalDate, List<History.Point>> days = points.stream()
                .collect(Collectors.groupingBy(
                        point -> LocalDate.ofInstant(point.from(), ZoneOffset.UTC),
                        () -> new TreeMap<LocalDate, List<History.Point>>(Comparator.reverseOrder()),
                        Collectors.toList()));
        return days.entrySet().stream()
                .map(day -> new PurgeDay(
                        day.getKey().toString(),
                        sum(day.getValue(), HistoryKind.PURGED),
                        sum(day.getValue(), HistoryKind.PURGE_FAILED)))
                .filter(day -> day.rows() > 0 || day.failed() > 0)
                .toList();
    }

    private static long sum(List<History.Point> points, HistoryKind kind) {
        return points.stream().mapToLong(point -> point.of(kind)).sum();
    }
}

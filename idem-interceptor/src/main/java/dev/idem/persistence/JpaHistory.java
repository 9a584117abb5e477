package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.History;
import dev.idem.inspect.HistoryKind;
import dev.idem.inspect.HistorySpan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Reads the table {@code idem_figure}. As safe for many threads as its parts. */
final class JpaHistory implements History {

    private final Database database;
    private final Transacted transacted;

    JpaHistory(Database database, Transactions transactions) {
        this.database = database;
        this.transacted = new Transacted(transactions);
    }

    @Override
    public List<Point> of(HistorySpan span) {
        return transacted.wherever(() -> {
            long step = span.step().toMinutes();
            long last = JpaHistoryStore.minute(database.now()) / step * step;
            long first = last - (span.steps() - 1) * step;
            Map<Long, Map<HistoryKind, Long>> figures = figures(step, first);
            return LongStream.range(0, span.steps())
                    .map(number -> first + number * step)
                    .mapToObj(minute -> new Point(
                            Instant.EPOCH.plus(Duration.ofMinutes(minute)), figures.getOrDefault(minute, Map.of())))
                    .toList();
        });
    }

    /** By the minute in which a step begins. */
    private Map<Long, Map<HistoryKind, Long>> figures(long step, long first) {
        return database.work(JpaHistoryStore.HISTORY, (connection, vendor) -> {
            String begin = "minute_at - mod(minute_at, " + step + ")";
            String sql = "select " + begin + ", kind, sum(figure) from idem_figure where minute_at >= ? group by "
                    + begin + ", kind";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(Math.toIntExact(Listing.LONGEST_QUERY.toSeconds()));
                Parameters.of(statement).number(first);
                Map<Long, Map<HistoryKind, Long>> found = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.computeIfAbsent(rows.getLong(1), minute -> new EnumMap<>(HistoryKind.class))
                                .put(HistoryKind.valueOf(rows.getString(2)), rows.getLong(3));
                    }
                }
                return found;
            }
        });
    }
}

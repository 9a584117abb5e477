package dev.idem.persistence;

import dev.idem.engine.HistoryStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Keeps the figures in the table {@code idem_figure}: a node writes rows of its own, so that none waits for another. */
final class JpaHistoryStore implements HistoryStore {

    static final String HISTORY = "idem_figure";

    private static final String RAISE =
            "update idem_figure set figure = figure + ? where minute_at = ? and application = ?"
                    + " and node = ? and kind = ?";
    private static final String INSERT =
            "insert into idem_figure (figure, minute_at, application, node, kind) values (?, ?, ?, ?, ?)";

    private final Database database;
    private final String node;

    JpaHistoryStore(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    static long minute(Instant time) {
        return Duration.ofSeconds(time.getEpochSecond()).toMinutes();
    }

    @Override
    public long add(String application, Map<Figure, Long> figures) {
        long minute = minute(database.now());
        database.work(HISTORY, (connection, vendor) -> {
            for (Map.Entry<Figure, Long> figure : figures.entrySet()) {
                if (!written(connection, RAISE, figure.getValue(), minute, application, figure.getKey())) {
                    written(connection, INSERT, figure.getValue(), minute, application, figure.getKey());
                }
            }
            return minute;
        });
        return minute;
    }

    private boolean written(
            Connection connection, String sql, long number, long minute, String application, Figure figure)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement)
                    .number(number)
                    .number(minute)
                    .text(application)
                    .text(node)
                    .text(figure.name());
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public void forget(long before) {
        database.work(HISTORY, (connection, vendor) -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from idem_figure where minute_at < ?")) {
                Parameters.of(statement).number(before);
                return statement.executeUpdate();
            }
        });
    }
}

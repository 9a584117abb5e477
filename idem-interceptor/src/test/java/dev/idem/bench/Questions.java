package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How often MariaDB is asked something: its driver waits for each answer, so these are round trips. */
record Questions(TestDatabase database) {

    private static final int CALLS = 100;

    /** Of one call. */
    double of(Application application, Turn turn) throws Exception {
        application.calls(turn.contender(), turn.measured(), 10);
        long before = asked();
        application.calls(turn.contender(), turn.measured(), CALLS);
        long questionsOfOurs = asked() - before - 1;
        return (double) questionsOfOurs / CALLS;
    }

    private long asked() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show global status like 'Questions'")) {
            rows.next();
            return rows.getLong(2);
        }
    }
}

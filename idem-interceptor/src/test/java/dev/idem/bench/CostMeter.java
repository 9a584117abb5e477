package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.testing.PostgresWire;
import dev.idem.testing.PostgresWire.Traffic;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Counts what one call after the other costs the database. */
final class CostMeter {

    /** Statements are prepared on the server from the fifth time on; pages are touched for the first time. */
    private static final int WARM_UP = 300;

    private static final int BATCHES = 5;
    private static final int BATCH = 100;

    private final Application application;
    private final PostgresWire wire;
    private final TestDatabase database;
    private final int pool;

    CostMeter(Application application, PostgresWire wire, TestDatabase database, int pool) {
        this.application = application;
        this.wire = wire;
        this.database = database;
        this.pool = pool;
    }

    Cost measure(String contender, Case measured) throws Exception {
        warmUp(contender, measured);
        Traffic traffic = wire.during(() -> application.calls(contender, measured, 1));
        return new Cost(
                traffic.roundTrips(),
                (int) traffic.count("SHOW"),
                traffic.statements().size(),
                (int) traffic.count("COMMIT"),
                wal(contender, measured),
                dead(contender, measured));
    }

    /** Whoever reads a page first cleans up what its writers left: that is none of the later readers' doing. */
    private void warmUp(String contender, Case measured) throws Exception {
        application.calls(contender, measured, WARM_UP);
        database.execute("vacuum");
        application.calls(contender, measured, WARM_UP);
    }

    /** The median of some batches: a new page of an index, or what the server notes beside, is none of the call's. */
    private double wal(String contender, Case measured) throws Exception {
        double[] bytes = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            double before = position();
            application.calls(contender, measured, BATCH);
            bytes[i] = (position() - before) / BATCH;
        }
        Arrays.sort(bytes);
        return bytes[BATCHES / 2];
    }

    private double position() throws SQLException {
        return value("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    private double dead(String contender, Case measured) throws Exception {
        double before = dead();
        application.calls(contender, measured, BATCH);
        return (dead() - before) / BATCH;
    }

    private double dead() throws Exception {
        application.flush(pool);
        return value("select sum(n_dead_tup) from pg_stat_user_tables");
    }

    private double value(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}

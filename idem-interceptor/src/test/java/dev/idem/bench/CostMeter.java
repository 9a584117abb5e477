package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.testing.PostgresWire;
import dev.idem.testing.PostgresWire.Traffic;
import dev.idem.testing.TestDatabase;
import java.util.Arrays;

/** Counts what one call after the other costs the database. */
final class CostMeter {

    /** Statements are prepared on the server from the fifth time on; pages are touched for the first time. */
    private static final int WARM_UP = 300;

    private static final int BATCHES = 9;
    private static final int BATCH = 200;

    private final Application application;
    private final PostgresWire wire;
    private final TestDatabase database;
    private final Query query;
    private final int pool;

    CostMeter(Application application, PostgresWire wire, TestDatabase database, int pool) {
        this.application = application;
        this.wire = wire;
        this.database = database;
        this.query = new Query(database);
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
            double before = query.log();
            application.calls(contender, measured, BATCH);
            bytes[i] = (query.log() - before) / BATCH;
        }
        Arrays.sort(bytes);
        return bytes[BATCHES / 2];
    }

    private double dead(String contender, Case measured) throws Exception {
        double before = dead();
        application.calls(contender, measured, BATCH);
        return (dead() - before) / BATCH;
    }

    private double dead() throws Exception {
        application.flush(pool);
        return query.value("select sum(n_dead_tup) from pg_stat_user_tables");
    }
}

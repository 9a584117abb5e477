package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Sample;
import dev.idem.testing.PostgresWire;
import dev.idem.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What contenders run in, and what was measured there. */
final class Container {

    private static final int FEW = 4;

    /** Statements are prepared on the server from the fifth time on. */
    private static final int WARM_UP = 60;

    private final String name;
    private final Timings timings = new Timings();
    private final Map<Turn, Integer> trips = new HashMap<>();

    Container(String name) {
        this.name = name;
    }

    /** How an application is started in it. */
    interface Start {
        Application on(TestDatabase database, int pool, String... jvm);
    }

    /** Counts how often a call waits for the database. */
    void count(TestDatabase database, Start start) throws Exception {
        try (PostgresWire wire = new PostgresWire(database);
                Application counted = start.on(wire.tapped(), FEW)) {
            for (Turn turn : Containers.turns()) {
                counted.calls(turn.contender(), turn.measured(), WARM_UP);
                trips.put(
                        turn,
                        wire.during(() -> counted.calls(turn.contender(), turn.measured(), 1))
                                .roundTrips());
            }
        }
    }

    void round(Application application, Turn turn, long millis, boolean counts) throws Exception {
        Sample sample = application.round(turn.contender(), turn.measured(), turn.threads(), millis);
        Expected.of(turn.measured()).check(name + ", " + turn.contender(), sample);
        if (counts) {
            timings.add(turn, sample);
        }
    }

    String name() {
        return name;
    }

    Timings timings() {
        return timings;
    }

    int trips(Turn turn) {
        return Objects.requireNonNull(trips.get(turn), turn::toString);
    }
}

package dev.idem.bench;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;

/** Measures, and writes the figures to {@code target/bench}. */
final class Benchmark {

    private static final int POOL = 40;

    private final Settings settings;
    private final Progress progress = new Progress(System.out);

    private Benchmark(Settings settings) {
        this.settings = settings;
    }

    public static void main(String... arguments) throws Exception {
        new Benchmark(Settings.of(arguments)).run();
    }

    private void run() throws Exception {
        if (settings.has("costs")) {
            Costs costs = Costs.count(database(), progress);
        }
        if (settings.has("timings")) {
            try (Application application = Application.on(database(), POOL, "-Xmx1g")) {
                Timings timings = new Rounds(application, settings, progress).run();
                timings.samples()
                        .keySet()
                        .forEach(turn -> progress.say(
                                "%s %.0f/s p50 %.0f p99 %.0f %.0f B %.0f us",
                                turn,
                                timings.median(turn, s -> s.rate()),
                                timings.median(turn, s -> s.p50()),
                                timings.median(turn, s -> s.p99()),
                                timings.median(turn, s -> s.bytes()),
                                timings.median(turn, s -> s.cpu())));
            }
        }
    }

    private static TestDatabase database() {
        TestDatabase database = PostgresDatabase.shared().newDatabase();
        database.execute(Resources.text("bench/tables.sql"));
        return database;
    }
}

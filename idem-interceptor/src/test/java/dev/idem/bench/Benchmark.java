package dev.idem.bench;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures, and writes the figures to {@code target/bench}. */
final class Benchmark {

    private static final Path FOLDER = Path.of("target", "bench");
    static final int POOL = 40;
    static final String HEAP = "-Xmx1g";

    private final Settings settings;
    private final Progress progress = new Progress(System.out);
    private final Budgets budgets = new Budgets();

    private Benchmark(Settings settings) {
        this.settings = settings;
    }

    /** Ends the process, whatever threads the databases have left. */
    public static void main(String... arguments) {
        try {
            new Benchmark(Settings.of(arguments)).run();
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws Exception {
        if (settings.has("costs")) {
            Costs costs = Costs.count(database(PostgresDatabase.shared()), progress);
            write("costs.md", Tables.of(costs));
            budgets.check(costs);
        }
        if (settings.has("timings") || settings.has("waits")) {
            try (Application application = Application.on(database(timed()), POOL, HEAP)) {
                time(application);
            }
        }
        if (settings.has("containers")) {
            write("containers.md", Tables.of(Containers.measure(database(timed()), settings, progress)));
        }
        if (settings.has("processor")) {
            budgets.check(Processor.measure(database(PostgresDatabase.shared()), progress));
        }
        if (settings.has("others")) {
            write("others.md", Tables.of(OtherDatabases.measure(settings, progress)));
        }
        if (settings.has("growth")) {
            Growth growth = Growth.measure(timed(), settings, progress);
            write("growth.md", Tables.of(growth));
            budgets.check(growth);
        }
        if (settings.has("purge")) {
            PurgeUnderLoad load = PurgeUnderLoad.measure(database(timed()), settings, progress);
            write("purge.md", Tables.of(load));
            budgets.check(load);
        }
        if (settings.has("footprint")) {
            write("footprint.md", Tables.of(Footprint.measure(database(timed()), settings, progress)));
        }
        write("budgets.md", Tables.of(budgets.list()));
        progress.say("the figures are in %s", FOLDER.toAbsolutePath());
    }

    private void time(Application application) throws Exception {
        if (settings.has("timings")) {
            Timings timings = new Rounds(application, settings, progress).run();
            for (int threads : settings.threads()) {
                write("timings-" + threads + ".md", Tables.of(timings, threads));
                write("throughput-" + threads + ".svg", Chart.of(timings, threads));
            }
            budgets.check(timings);
        }
        if (settings.has("waits")) {
            Waits waits = Waits.measure(application, progress);
            write("waits.md", Tables.of(waits));
            budgets.check(waits);
        }
    }

    private static void write(String file, String text) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(file), text);
        System.out.println(text);
    }

    private PostgresDatabase timed() {
        return PostgresDatabase.separate(settings.durable(), settings.buffers());
    }

    static TestDatabase database(PostgresDatabase server) {
        TestDatabase database = server.newDatabase();
        database.execute(Resources.text("bench/tables.sql"));
        return database;
    }
}

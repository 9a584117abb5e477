package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The same calls with few records, many, and very many; and with as many in partitions. */
final class Growth {

    static final int THREADS = 8;
    static final String PARTITIONED = "16 partitions";

    /** Left to itself, PostgreSQL plans anew for each call, and looks at all partitions each time. */
    private static final String GENERIC_PLANS = "?options=-c%20plan_cache_mode=force_generic_plan";

    private static final int POOL = 10;
    private static final int WARM_UP_THREADS = 2;
    private static final long WARM_UP_MILLIS = 5_000;

    private static final String SIZE = "select sum(pg_total_relation_size(oid)) / 1048576 from pg_class where relkind ="
            + " 'r' and relname like 'idem\\_record%'";

    private static final String ONE_IN_A_HUNDRED =
            "delete from idem_record where get_byte(key_hash, 0) * 256 + get_byte(key_hash, 1) < 655";

    private final List<Table> tables;
    private final Settings settings;
    private final Progress progress;
    private final Timings timings = new Timings();
    private final Map<Turn, List<Double>> log = new LinkedHashMap<>();
    private final Map<String, Double> sizes = new LinkedHashMap<>();
    private final Map<String, Double> vacuums = new LinkedHashMap<>();

    /** What a database is to hold, and how it is made of one with the usual tables. */
    private record Form(String name, long records, UnaryOperator<TestDatabase> made) {}

    /** A database that holds so many records, and the application on it. */
    private record Table(String name, TestDatabase database, Application application) {}

    private Growth(List<Table> tables, Settings settings, Progress progress) {
        this.tables = tables;
        this.settings = settings;
        this.progress = progress;
    }

    static Growth measure(PostgresDatabase server, Settings settings, Progress progress) throws Exception {
        List<Form> forms = forms(settings.sizes());
        List<TestDatabase> databases = forms.stream()
                .map(form -> form.made().apply(Benchmark.database(server)))
                .toList();
        List<Application> applications = Application.onEach(databases, POOL, "-Xmx1g");
        try {
            List<Table> tables = new ArrayList<>();
            for (Form form : forms) {
                int i = tables.size();
                new Filling(databases.get(i), progress)
                        .fill(applications.get(i), form.records(), "now() + interval '7 days'");
                tables.add(new Table(
                        form.name(), databases.get(i), applications.get(i).filled(form.records())));
            }
            Growth growth = new Growth(tables, settings, progress);
            growth.run();
            return growth;
        } finally {
            applications.forEach(Application::close);
        }
    }

    private static List<Form> forms(List<Long> sizes) {
        List<Form> forms = new ArrayList<>();
        for (long size : sizes) {
            forms.add(new Form(name(size), size, UnaryOperator.identity()));
        }
        long most = Collections.max(sizes);
        String partitioned = name(most) + ", " + PARTITIONED;
        forms.add(new Form(partitioned, most, TestDatabase::partitioned));
        forms.add(new Form(partitioned + ", generic plans", most, whole -> whole.partitioned()
                .with(GENERIC_PLANS)));
        return forms;
    }

    private static String name(long records) {
        return String.format(Locale.ROOT, "%,d", records);
    }

    private void run() throws Exception {
        for (Table table : tables) {
            warmUp(table);
        }
        for (int round = 0; round < settings.rounds(); round++) {
            for (Case measured : Rounds.TIMED) {
                List<Table> turns = new ArrayList<>(tables);
                Collections.rotate(turns, round);
                for (Table table : turns) {
                    round(table, measured);
                }
            }
            progress.say("growth: round %d of %d", round + 1, settings.rounds());
        }
        for (Table table : tables) {
            sizes.put(table.name(), new Query(table.database()).value(SIZE));
            vacuum(table);
        }
    }

    /** Duplicates have no effect: if they had one here, the records that SQL made would not be those of their calls. */
    private void warmUp(Table table) throws Exception {
        for (Case measured : Rounds.TIMED) {
            double before = effects(table);
            Sample sample = table.application().round(Contest.IDEM, measured, WARM_UP_THREADS, WARM_UP_MILLIS);
            Expected.of(measured).check(table.name(), sample);
            if (measured.isDuplicate() && effects(table) != before) {
                throw new IllegalStateException(table.name() + ": duplicates had an effect");
            }
        }
        progress.say("warmed up: %s", table.name());
    }

    private static double effects(Table table) throws SQLException {
        return new Query(table.database()).value("select count(*) from effect");
    }

    private void round(Table table, Case measured) throws SQLException, IOException, InterruptedException {
        Query query = new Query(table.database());
        double before = query.log();
        Sample sample = table.application().round(Contest.IDEM, measured, THREADS, settings.millis());
        Expected.of(measured).check(table.name(), sample);
        Turn turn = new Turn(measured, THREADS, table.name());
        timings.add(turn, sample);
        log.computeIfAbsent(turn, any -> new ArrayList<>()).add((query.log() - before) / sample.operations());
    }

    private void vacuum(Table table) {
        table.database().execute(ONE_IN_A_HUNDRED);
        long began = System.nanoTime();
        table.database().execute("vacuum idem_record");
        vacuums.put(table.name(), (System.nanoTime() - began) / 1e9);
        progress.say("vacuumed: %s", table.name());
    }

    List<String> names() {
        return tables.stream().map(Table::name).toList();
    }

    Timings timings() {
        return timings;
    }

    /** The bytes of the log of each call. */
    double log(Turn turn) {
        return Timings.median(log.getOrDefault(turn, List.of()).stream().mapToDouble(Double::doubleValue));
    }

    /** MiB of the table and its indexes, in the end. */
    Map<String, Double> sizes() {
        return sizes;
    }

    /** Seconds that a vacuum takes when one row in a hundred was deleted. */
    Map<String, Double> vacuums() {
        return vacuums;
    }
}

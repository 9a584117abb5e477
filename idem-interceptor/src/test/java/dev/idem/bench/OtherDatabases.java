package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import dev.idem.testing.H2Database;
import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Idem next to business alone on MariaDB and H2. */
final class OtherDatabases {

    static final List<Case> CASES = List.of(Case.VOID, Case.RESULT, Case.DUPLICATE_VOID, Case.DUPLICATE);

    private static final int THREADS = 8;
    private static final int POOL = 40;

    /** As PostgreSQL's. */
    private static final String EFFECT = "create table effect (id bigint %s primary key, order_id varchar(64) not null,"
            + " item varchar(100) not null, amount integer not null)";

    private final Map<String, Measured> measured = new LinkedHashMap<>();

    /** What was counted and timed on one of them; MariaDB counts the questions it is asked, H2 is asked by no wire. */
    record Measured(Map<Turn, Double> questions, Timings timings) {}

    static OtherDatabases measure(Settings settings, Progress progress) throws Exception {
        OtherDatabases others = new OtherDatabases();
        others.add(MariaDbDatabase.shared().newDatabase(), "auto_increment", settings, progress);
        others.add(H2Database.newFile(), "generated always as identity", settings, progress);
        return others;
    }

    private void add(TestDatabase database, String identity, Settings settings, Progress progress) throws Exception {
        database.execute(EFFECT.formatted(identity));
        try (Application application = Application.on(database, POOL, "-Xmx1g")) {
            Timings timings = new Timings();
            for (int round = -2; round < settings.rounds(); round++) {
                for (Turn turn : turns()) {
                    Sample sample =
                            application.round(turn.contender(), turn.measured(), turn.threads(), settings.millis());
                    Expected.of(turn.measured()).check(turn.contender(), sample);
                    if (round >= 0) {
                        timings.add(turn, sample);
                    }
                }
            }
            Map<Turn, Double> questions = new LinkedHashMap<>();
            if (database.vendor().equals("mariadb")) {
                for (Turn turn : turns()) {
                    questions.put(turn, new Questions(database).of(application, turn));
                }
            }
            measured.put(database.vendor(), new Measured(questions, timings));
            progress.say("%s: %s", database.vendor(), questions);
        }
    }

    static List<Turn> turns() {
        return CASES.stream()
                .flatMap(each -> contenders(each).stream().map(contender -> new Turn(each, THREADS, contender)))
                .toList();
    }

    private static List<String> contenders(Case each) {
        return each == Case.VOID || each == Case.RESULT
                ? List.of(Contest.BUSINESS, Contest.IDEM)
                : List.of(Contest.IDEM);
    }

    Map<String, Measured> measured() {
        return measured;
    }
}

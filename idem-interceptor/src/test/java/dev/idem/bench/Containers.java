package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The same on Payara Micro and without a server, in turns: what of a call's time is the container's. */
final class Containers {

    static final int THREADS = 8;

    private static final List<String> CONTENDERS = List.of(Contest.BUSINESS, Contest.IDEM, Contest.HAND_B);
    private static final int WARM_UP = 2;
    private static final long WARM_UP_MILLIS = 3_000;

    private final Container payara = new Container("Payara Micro");
    private final Container plain = new Container("Weld SE, Narayana, Agroal");

    private Containers() {}

    static Containers measure(TestDatabase database, Settings settings, Progress progress) throws Exception {
        Containers containers = new Containers();
        containers.payara.count(database, Application::on);
        containers.plain.count(database, Application::plain);
        try (Application payara = Application.on(database, Benchmark.POOL, Benchmark.HEAP);
                Application plain = Application.plain(database, Benchmark.POOL, Benchmark.HEAP)) {
            Map<Container, Application> both = Map.of(containers.payara, payara, containers.plain, plain);
            for (int round = 0; round < WARM_UP; round++) {
                containers.round(both, round, WARM_UP_MILLIS, false);
                progress.say("both containers: warmed up");
            }
            for (int round = 0; round < settings.rounds(); round++) {
                containers.round(both, round, settings.millis(), true);
                progress.say("both containers: round %d of %d", round + 1, settings.rounds());
            }
        }
        return containers;
    }

    /** The first in one round is the second in the next. */
    private void round(Map<Container, Application> both, int round, long millis, boolean counts) throws Exception {
        List<Map.Entry<Container, Application>> order = new ArrayList<>(both.entrySet());
        Collections.rotate(order, round);
        for (Turn turn : turns()) {
            for (Map.Entry<Container, Application> each : order) {
                each.getKey().round(each.getValue(), turn, millis, counts);
            }
        }
    }

    static List<Turn> turns() {
        return Rounds.TIMED.stream()
                .flatMap(measured ->
                        contenders(measured).stream().map(contender -> new Turn(measured, THREADS, contender)))
                .toList();
    }

    private static List<String> contenders(Case measured) {
        return CONTENDERS.stream()
                .filter(Contest.contenders(measured)::contains)
                .toList();
    }

    List<Container> all() {
        return List.of(payara, plain);
    }
}

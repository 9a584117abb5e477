package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import dev.idem.testing.TestDatabase;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the interceptor, the key and the fingerprint cost without a database. */
final class Processor {

    /** The duplicates first: the store remembers the first keys it sees. */
    private static final List<Case> CASES = List.of(Case.DUPLICATE_VOID, Case.VOID);

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 7;
    private static final long MILLIS = 1_000;

    private final Timings timings = new Timings();

    private Processor() {}

    static Processor measure(TestDatabase database, Progress progress) throws Exception {
        Processor processor = new Processor();
        try (Application application = Application.dry(database, "-Xmx1g")) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (Case measured : CASES) {
                    processor.round(application, measured, round >= 0);
                }
            }
        }
        for (Case measured : CASES) {
            progress.say(
                    "without a database, %s: %.1f us, %.0f B",
                    measured, processor.ofIdem(measured, Sample::cpu), processor.ofIdem(measured, Sample::bytes));
        }
        return processor;
    }

    private void round(Application application, Case measured, boolean counts) throws Exception {
        for (String contender : List.of(Contest.IDEM, Contest.BUSINESS)) {
            Sample sample = application.round(contender, measured, 1, MILLIS);
            Expected.of(measured).check(contender, sample);
            if (counts) {
                timings.add(new Turn(measured, 1, contender), sample);
            }
        }
    }

    /** The figure without what the measurement itself costs. */
    double ofIdem(Case measured, ToDoubleFunction<Sample> figure) {
        Turn idem = new Turn(measured, 1, Contest.IDEM);
        return timings.median(idem, figure) - timings.median(idem.of(Contest.BUSINESS), figure);
    }
}

package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gives every contender its turn, round after round, so that what the machine does beside hits them alike. */
final class Rounds {

    static final List<Case> TIMED = List.of(Case.VOID, Case.RESULT, Case.DUPLICATE_VOID, Case.DUPLICATE, Case.FAILING);

    private static final int WARM_UP_THREADS = 2;
    private static final long WARM_UP_MILLIS = 3_000;

    private final Application application;
    private final Settings settings;
    private final Progress progress;

    Rounds(Application application, Settings settings, Progress progress) {
        this.application = application;
        this.settings = settings;
        this.progress = progress;
    }

    Timings run() throws Exception {
        warmUp();
        Timings timings = new Timings();
        for (int threads : settings.threads()) {
            for (int round = 0; round < settings.rounds(); round++) {
                for (Case measured : TIMED) {
                    round(timings, measured, threads, round);
                }
                progress.say("%d threads: round %d of %d", threads, round + 1, settings.rounds());
            }
        }
        return timings;
    }

    /** By few callers, who leave the compiler some of the machine. */
    private void warmUp() throws Exception {
        for (Case measured : TIMED) {
            for (String contender : Contest.contenders(measured)) {
                application.round(contender, measured, WARM_UP_THREADS, WARM_UP_MILLIS);
            }
            progress.say("warmed up: %s", measured);
        }
        for (Case measured : TIMED) {
            application.round(Contest.IDEM, measured, WARM_UP_THREADS, 2 * WARM_UP_MILLIS);
        }
    }

    /** The first in one round is the second in the next. */
    private void round(Timings timings, Case measured, int threads, int round) throws Exception {
        List<String> contenders = new ArrayList<>(Contest.contenders(measured));
        Collections.rotate(contenders, round);
        for (String contender : contenders) {
            Sample sample = application.round(contender, measured, threads, settings.millis());
            Expected.of(measured).check(contender, sample);
            timings.add(new Turn(measured, threads, contender), sample);
        }
    }
}

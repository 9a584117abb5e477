package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import java.util.LinkedHashMap;
import java.util.Map;

/** What duplicates get whose first call is still running. */
final class Waits {

    /** How long the first call runs while eight others come once each. */
    private static final long SHORT = 1_000;

    /** How long it runs while Idem's duplicates come one after the other. */
    private static final long LONG = 5_000;

    private static final int CALLERS = 8;

    private final Map<String, Sample> once = new LinkedHashMap<>();
    private final Sample again;

    private Waits(Sample again) {
        this.again = again;
    }

    static Waits measure(Application application, Progress progress) throws Exception {
        application.round(Contest.HASTY, Case.CONCURRENT, CALLERS, LONG);
        Waits waits = new Waits(application.round(Contest.HASTY, Case.CONCURRENT, CALLERS, LONG));
        progress.say("concurrent duplicates of Idem: %s", waits.again);
        for (String contender : Contest.contenders(Case.CONCURRENT)) {
            application.once(contender, Case.CONCURRENT, CALLERS, SHORT);
            Sample sample = application.once(contender, Case.CONCURRENT, CALLERS, SHORT);
            waits.once.put(contender, sample);
            progress.say("concurrent duplicates of %s: %s", contender, sample);
        }
        return waits;
    }

    /** Eight duplicates of each contender, while the first call runs a second. */
    Map<String, Sample> once() {
        return once;
    }

    /** Idem's duplicates, again and again by eight callers, while the first call runs five seconds. */
    Sample again() {
        return again;
    }
}

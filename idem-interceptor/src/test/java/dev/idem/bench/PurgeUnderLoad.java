package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import dev.idem.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls at a fixed rate on one node while another node purges a backlog; and the same calls before that node came and after
 * it went, half of them each, for a server gets quicker with time.
 */
final class PurgeUnderLoad {

    /** Half of the calls are new and have a result, half are duplicates. */
    static final List<Case> CASES = List.of(Case.RESULT, Case.DUPLICATE);

    static final String PURGING = "a backlog is purged";
    static final String QUIET = "nothing to purge";

    private static final int POOL = 40;
    private static final int THREADS = 16;
    private static final long LIVE = 1_000_000;
    private static final String EXPIRY =
            "case when n < %d then now() + interval '7 days' else now() - n * interval '10 ms' end".formatted(LIVE);
    private static final int WARM_UP_THREADS = 2;
    private static final long WARM_UP_MILLIS = 15_000;
    private static final long SETTLING_MILLIS = 20_000;
    private static final long TURN_MILLIS = 15_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofSeconds(15);

    private static final String EXPIRED = "select count(*) from idem_record where expires_at < now()";
    private static final String SIZE = "select pg_total_relation_size('idem_record') / 1048576";

    private final Query query;
    private final Application application;
    private final Settings settings;
    private final Progress progress;
    private final Timings timings = new Timings();

    private @Nullable Backlog backlog;

    /**
     * What was seen of the backlog and of its table.
     *
     * @param purged records each second, on average
     * @param waits how often a session waited for a lock, of ten looks a second
     * @param dead rows that were deleted and not yet vacuumed, at most
     * @param before MiB of the table with its indexes, before
     * @param after MiB of the table with its indexes, once the backlog was gone
     */
    record Backlog(double purged, int waits, double dead, double before, double after) {}

    private PurgeUnderLoad(Query query, Application application, Settings settings, Progress progress) {
        this.query = query;
        this.application = application;
        this.settings = settings;
        this.progress = progress;
    }

    static PurgeUnderLoad measure(TestDatabase database, Settings settings, Progress progress) throws Exception {
        try (Application application = Application.on(database, POOL, "-Xmx1g")) {
            new Filling(database, progress).fill(application, LIVE + settings.expired(), EXPIRY);
            PurgeUnderLoad load = new PurgeUnderLoad(new Query(database), application.filled(LIVE), settings, progress);
            load.run();
            return load;
        }
    }

    private void run() throws Exception {
        warmUp();
        calls(SETTLING_MILLIS);
        measure(QUIET);
        purge();
        query.database().execute("vacuum (analyze) idem_record;\ncheckpoint");
        calls(SETTLING_MILLIS);
        measure(QUIET);
    }

    private void purge() throws Exception {
        double before = query.value(SIZE);
        try (Application other = Application.purging(query.database(), POOL, "-Xmx256m")) {
            Watch watch = new Watch(query.database());
            double seconds;
            try (watch) {
                long began = System.nanoTime();
                calls(3 * SETTLING_MILLIS); // the compiler of a server that has just started
                measure(PURGING);
                awaitEnd(other);
                seconds = (System.nanoTime() - began) / 1e9;
            }
            double purged = settings.expired() / seconds;
            backlog = new Backlog(purged, watch.waits(), watch.dead(), before, query.value(SIZE));
        }
    }

    /** As many calls as two callers can make: at the rate that is measured, the compiler would not be done in time. */
    private void warmUp() throws Exception {
        for (Case measured : CASES) {
            Sample sample = application.round(Contest.IDEM, measured, WARM_UP_THREADS, WARM_UP_MILLIS);
            Expected.of(measured).check(Contest.IDEM, sample);
        }
    }

    private void measure(String when) throws SQLException {
        for (int round = 0; round < settings.rounds(); round++) {
            calls(TURN_MILLIS).forEach((measured, sample) -> timings.add(turn(when, measured), sample));
            progress.say("%s: round %d of %d", when, round + 1, settings.rounds());
        }
        if (when.equals(PURGING) && query.value(EXPIRED) == 0) {
            throw new IllegalStateException("the backlog was gone before the calls were: let more expire");
        }
    }

    static Turn turn(String when, Case measured) {
        return new Turn(measured, THREADS, when);
    }

    private Map<Case, Sample> calls(long millis) {
        Map<Case, CompletableFuture<Sample>> running = new LinkedHashMap<>();
        CASES.forEach(each -> running.put(each, CompletableFuture.supplyAsync(() -> calls(each, millis))));
        Map<Case, Sample> ended = new LinkedHashMap<>();
        running.forEach((measured, sample) -> ended.put(measured, sample.join()));
        return ended;
    }

    /** Callers that cannot keep up would be asked for less, and so look quicker. */
    private Sample calls(Case measured, long millis) {
        try {
            int rate = settings.rate() / CASES.size();
            Sample sample = application.paced(Contest.IDEM, measured, THREADS, millis, rate);
            Expected.of(measured).check(Contest.IDEM, sample);
            if (sample.operations() < 0.98 * rate * millis / 1_000) {
                throw new IllegalStateException(measured + ": asked for " + rate + " a second, got " + sample);
            }
            return sample;
        } catch (Exception failure) {
            throw new IllegalStateException(measured + " under load", failure);
        }
    }

    private void awaitEnd(Application purging) {
        try {
            Awaitility.await().atMost(LONGEST).pollInterval(BETWEEN).until(() -> {
                double left = query.value(EXPIRED);
                progress.say("%,.0f expired records left", left);
                return left == 0;
            });
        } catch (ConditionTimeoutException late) {
            throw new IllegalStateException("the backlog is not gone after " + LONGEST + "\n" + purging.log(), late);
        }
    }

    Timings timings() {
        return timings;
    }

    Backlog backlog() {
        return Objects.requireNonNull(backlog, "not measured");
    }
}

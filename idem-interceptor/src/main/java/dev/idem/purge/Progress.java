package dev.idem.purge;

import dev.idem.engine.PurgeStatus;
import dev.idem.engine.PurgeStore.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the purge of this node has done so far. Says once that it fails again and again, and once that it is well again. */
@ApplicationScoped
class Progress implements PurgeStatus {

    private static final Logger LOG = System.getLogger(Progress.class.getName());

    private final Map<Kind, Long> deleted = new EnumMap<>(Kind.class);
    private final Map<Kind, Duration> lags = new EnumMap<>(Kind.class);
    private boolean active;
    private int failures;
    private long failed;
    private @Nullable Instant lastSuccess;

    Progress() {
        for (Kind kind : Kind.values()) {
            deleted.put(kind, 0L);
            lags.put(kind, Duration.ZERO);
        }
    }

    @Override
    public synchronized Snapshot snapshot() {
        return new Snapshot(
                active, failures, failed, Optional.ofNullable(lastSuccess), Collections.max(lags.values()), deleted);
    }

    synchronized void active(boolean now) {
        active = now;
    }

    synchronized void succeeded(Sweep.Batch batch) {
        if (failures >= ALARMING) {
            LOG.log(Level.INFO, "Idem: the purge works again, after {0} failures", failures);
        }
        failures = 0;
        lastSuccess = batch.at();
        lags.put(batch.kind(), batch.lag());
        deleted.merge(batch.kind(), (long) batch.deleted(), Long::sum);
    }

    synchronized void failed(Throwable failure) {
        failures++;
        failed++;
        String told = "IDEM-0801 the purge has failed " + failures
                + " times in a row; it tries again, and what has expired piles up: " + failure;
        LOG.log(failures == ALARMING ? Level.WARNING : Level.DEBUG, told, failure);
    }
}

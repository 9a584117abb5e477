package dev.idem.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Port: how the purge of this node is doing, for metrics and health. Implementations serve many threads at once. */
public interface PurgeStatus {

    /** So many failures in a row are an alarm. */
    int ALARMING = 10;

    /** How it is doing now. */
    Snapshot snapshot();

    /**
     * How the purge of this node was doing at one moment.
     *
     * @param active whether this node purges at all
     * @param failures how many batches in a row have failed, 0 if the last one did not
     * @param failed how many batches have failed since this node started
     * @param lastSuccess when a batch was last done, by the database clock
     * @param lag for how long the oldest row that may go has been waiting, when this node last looked
     * @param deleted how many rows this node has deleted since it started, every kind named
     */
    record Snapshot(
            boolean active,
            int failures,
            long failed,
            Optional<Instant> lastSuccess,
            Duration lag,
            Map<PurgeStore.Kind, Long> deleted) {

        public Snapshot {
            deleted = Map.copyOf(deleted);
        }

        /** How many rows of all kinds this node has deleted since it started. */
        public long deletedRows() {
            return deleted.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Tells whether somebody should look: rows pile up. */
        public boolean alarming() {
            return failures >= ALARMING;
        }
    }
}

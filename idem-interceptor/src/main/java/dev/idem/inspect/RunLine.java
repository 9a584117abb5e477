package dev.idem.inspect;

import dev.idem.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run and how far it is. Immutable. Times are by the database clock.
 *
 * @param id its number
 * @param kind what is done
 * @param state how far it is
 * @param selection which records it was made for, in words
 * @param snapshot a digest over the records in it and their versions, 64 hexadecimal digits
 * @param figures what has become of its items
 * @param pace how carefully it goes on
 * @param includeUnknown whether calls whose outcome was unknown are in it
 * @param protection for EXTEND: for how long its keys are protected, from when each is done
 * @param reason why, "" until it is started
 * @param createdBy who froze it
 * @param createdAt when the records in it were frozen
 * @param startedBy who started it: in whose name its items are done
 * @param startedAt when it was started
 * @param finishedAt when it was over
 * @param changedBy who started, paused, resumed or cancelled it last
 * @param changedAt when that was, or it stopped
 * @param stoppedBecause why it stopped by itself
 */
public record RunLine(
        long id,
        RequestKind kind,
        RunState state,
        String selection,
        String snapshot,
        RunFigures figures,
        RunPace pace,
        boolean includeUnknown,
        Optional<Duration> protection,
        String reason,
        String createdBy,
        Instant createdAt,
        Optional<String> startedBy,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> changedBy,
        Instant changedAt,
        Optional<String> stoppedBecause) {}

package dev.idem.engine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal moves of a record's state. Every move is one conditional statement on state and epoch whose row count is the
 * answer; every move of a record that is there raises its epoch, so that whoever decided on an older one moves nothing. Only
 * <em>lose</em> leaves the epoch: whoever runs the effect may still finish.
 *
 * <pre>
 * none, free ─┬─ claim ──► COMPLETED ── expire ──► free
 *             ├─ refuse ─► REFUSED ──── expire ──► free
 *             ├─ park ───► POISON ─┬─ replay, confirm ─► COMPLETED
 *             │                    ├─ refuse replay ───► REFUSED
 *             │                    ├─ release ─────────► FAILED (free)
 *             │                    └─ dismiss ─► DISMISSED ── restore ──► POISON
 *             └─ start ──► IN_PROGRESS ─┬─ finish ─► COMPLETED
 *                              ▲        ├─ refuse effect ─► REFUSED
 *                              │        ├─ fail ───► FAILED (free)
 *                              │        ├─ repark ─► POISON (it was there before)
 *                              │        └─ lose ───► OUTCOME_UNKNOWN ─┬─ finish, replay, confirm ─► COMPLETED
 *                              │                                      ├─ refuse effect, refuse replay ─► REFUSED
 *                              │                                      ├─ release ─► FAILED (free)
 *                              │                                      └─ give up ─► POISON
 *                              └── rerun from POISON and OUTCOME_UNKNOWN, again from OUTCOME_UNKNOWN
 * </pre>
 *
 * <p>{@code COMPLETED} and {@code REFUSED} are free once their time is over, {@code FAILED} always; what is free is as if
 * there were none. A replay stays where it was until the attempt's own transaction commits: that is its move. The replay of
 * an external effect is a <em>rerun</em>: it is in progress like any other, and ends like it.
 */
public final class Moves {

    private Moves() {}

    /** What moves a record. */
    public enum Move {
        /** A call runs and commits. */
        CLAIM(RecordState.COMPLETED, Starts.FREE),
        /** An external effect begins. */
        START(RecordState.IN_PROGRESS, Starts.FREE),
        /** A deterministic refusal is stored. */
        REFUSE(RecordState.REFUSED, Starts.FREE),
        /** A call failed for good. */
        PARK(RecordState.POISON, Starts.FREE),
        /** An external effect whose outcome is unknown begins once more, as the far end is idempotent. */
        AGAIN(RecordState.IN_PROGRESS, EnumSet.of(RecordState.OUTCOME_UNKNOWN)),
        /** Operator: an external effect begins once more. */
        RERUN(RecordState.IN_PROGRESS, Starts.PARKED),
        /** An external effect is done, maybe late. */
        FINISH(RecordState.COMPLETED, EnumSet.of(RecordState.IN_PROGRESS, RecordState.OUTCOME_UNKNOWN)),
        /** The body of an external effect refused it for good, maybe late. */
        REFUSE_EFFECT(RecordState.REFUSED, EnumSet.of(RecordState.IN_PROGRESS, RecordState.OUTCOME_UNKNOWN)),
        /** An external effect certainly did not happen. */
        FAIL(RecordState.FAILED, EnumSet.of(RecordState.IN_PROGRESS)),
        /** The lease of an external effect ran out, or it failed in a way that tells nothing. */
        LOSE(RecordState.OUTCOME_UNKNOWN, EnumSet.of(RecordState.IN_PROGRESS)),
        /** An operator's rerun of what was poison certainly had no effect. */
        REPARK(RecordState.POISON, EnumSet.of(RecordState.IN_PROGRESS)),
        /** The outcome stays unknown however often it is tried. */
        GIVE_UP(RecordState.POISON, EnumSet.of(RecordState.OUTCOME_UNKNOWN)),
        /** Operator: it runs again and commits. */
        REPLAY(RecordState.COMPLETED, Starts.PARKED),
        /** Operator: it runs again, and its body refuses it for good. */
        REFUSE_REPLAY(RecordState.REFUSED, Starts.PARKED),
        /** Operator: its effect is there, checked by other means. */
        CONFIRM(RecordState.COMPLETED, Starts.PARKED),
        /** Operator: it never runs. Not for an unknown outcome, which would be forgotten when restored. */
        DISMISS(RecordState.DISMISSED, EnumSet.of(RecordState.POISON)),
        /** Operator: it may run after all. */
        RESTORE(RecordState.POISON, EnumSet.of(RecordState.DISMISSED)),
        /** Operator: the next delivery runs it. */
        RELEASE(RecordState.FAILED, Starts.PARKED),
        /** Operator: its time is over now. */
        EXPIRE(null, EnumSet.of(RecordState.COMPLETED, RecordState.REFUSED)),
        /** Operator: its time is over later. */
        EXTEND(null, EnumSet.of(RecordState.COMPLETED, RecordState.REFUSED));

        private final Optional<RecordState> target;
        private final Set<RecordState> starts;

        Move(@Nullable RecordState target, Set<RecordState> starts) {
            this.target = Optional.ofNullable(target);
            this.starts = Set.copyOf(starts);
        }

        /** The states it starts from; those of {@link #startsFree} only once their time is over. */
        public Set<RecordState> starts() {
            return starts;
        }

        /** Tells whether it makes a record where there is none, or a free one new. */
        public boolean startsFree() {
            return this == CLAIM || this == START || this == REFUSE || this == PARK;
        }

        /** Tells whether whoever knows the record's epoch from before moves nothing any more. */
        public boolean raisesEpoch() {
            return this != LOSE;
        }

        /**
         * Where it leads.
         *
         * @return empty if the state stays
         */
        public Optional<RecordState> target() {
            return target;
        }

        /**
         * Where it leads from a state.
         *
         * @param state the record's state
         * @param expired whether its time is over
         * @return empty if the move is not legal
         */
        public Optional<RecordState> from(RecordState state, boolean expired) {
            boolean legal = starts.contains(state)
                    && (!startsFree() || state == RecordState.FAILED || (expired && state.expires()));
            return legal ? Optional.of(target.orElse(state)) : Optional.empty();
        }
    }

    private static final class Starts {

        static final Set<RecordState> FREE = EnumSet.of(RecordState.FAILED, RecordState.COMPLETED, RecordState.REFUSED);
        static final Set<RecordState> PARKED = EnumSet.of(RecordState.POISON, RecordState.OUTCOME_UNKNOWN);

        private Starts() {}
    }
}

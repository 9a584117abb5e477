package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.engine.Moves.Move;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Permission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each action needs, and who carries it out. */
enum ActionRule {
    REPLAY(RequestKind.REPLAY, Permission.REPLAY, Move.REPLAY, EnumSet.of(KeyState.COMPLETED)),
    REPLAY_EDITED(RequestKind.REPLAY, Permission.EDIT, Move.REPLAY, Set.of()),
    REPLAY_AS_NEW(RequestKind.REPLAY, Permission.EDIT, Move.REPLAY, Set.of()),
    DRY_RUN(RequestKind.DRY_RUN, Permission.REPLAY, null, EnumSet.allOf(KeyState.class)),
    PROBE(RequestKind.PROBE, Permission.REPLAY, null, EnumSet.allOf(KeyState.class)),
    CONFIRM(RequestKind.CONFIRM, Permission.CONFIRM_DONE, Move.CONFIRM, Set.of()),
    DISMISS(RequestKind.DISMISS, Permission.DISMISS, Move.DISMISS, Set.of()),
    RESTORE(RequestKind.RESTORE, Permission.DISMISS, Move.RESTORE, Set.of()),
    RELEASE(RequestKind.RELEASE, Permission.RELEASE, Move.RELEASE, Set.of()),
    EXPIRE(RequestKind.EXPIRE, Permission.EXPIRE, Move.EXPIRE, Set.of()),
    EXTEND(RequestKind.EXTEND, Permission.EXPIRE, Move.EXTEND, Set.of());

    private static final Set<RequestKind> ELSEWHERE =
            EnumSet.of(RequestKind.REPLAY, RequestKind.DRY_RUN, RequestKind.PROBE, RequestKind.CONFIRM);

    private final RequestKind kind;
    private final Permission permission;
    private final @Nullable Move move;
    private final Set<KeyState> states;

    ActionRule(RequestKind kind, Permission permission, @Nullable Move move, Set<KeyState> furtherStates) {
        this.kind = kind;
        this.permission = permission;
        this.move = move;
        this.states = EnumSet.noneOf(KeyState.class);
        this.states.addAll(furtherStates);
        if (move != null) {
            this.states.addAll(move.starts().stream()
                    .map(state -> KeyState.valueOf(state.name()))
                    .collect(Collectors.toSet()));
        }
    }

    RequestKind kind() {
        return kind;
    }

    Permission permission() {
        return permission;
    }

    /** Tells whether a node of the application carries it out. */
    boolean elsewhere() {
        return ELSEWHERE.contains(kind);
    }

    /** Tells whether only one of its kind may be under way for a record. */
    boolean exclusive() {
        return elsewhere() && move != null;
    }

    /** Tells whether it leaves a record alone whose replay or confirmation is under way: its end is told by its version. */
    boolean leavesActive() {
        return exclusive() || permission == Permission.EXPIRE;
    }

    boolean needsReason() {
        return move != null;
    }

    /** Tells whether the application must be able to call the operation. */
    boolean calls() {
        return kind == RequestKind.REPLAY;
    }

    boolean allows(KeyState state) {
        return states.contains(state);
    }

    /** The move of an action that is done at once. */
    Move move() {
        Move known = move;
        if (known == null || elsewhere()) {
            throw new IllegalStateException(this + " is not done at once");
        }
        return known;
    }
}

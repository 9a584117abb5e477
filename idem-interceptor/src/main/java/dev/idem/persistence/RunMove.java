package dev.idem.persistence;

import dev.idem.inspect.RunState;
import java.util.EnumSet;
import java.util.Set;

/** What operators may do with a run that they started. */
enum RunMove {
    PAUSE(EnumSet.of(RunState.RUNNING), RunState.PAUSED),
    RESUME(EnumSet.of(RunState.PAUSED, RunState.STOPPED), RunState.RUNNING),
    CANCEL(EnumSet.of(RunState.RUNNING, RunState.PAUSED, RunState.STOPPED), RunState.CANCELLING);

    private final Set<RunState> starts;
    private final RunState target;

    RunMove(Set<RunState> starts, RunState target) {
        this.starts = starts;
        this.target = target;
    }

    Set<RunState> starts() {
        return starts;
    }

    RunState target() {
        return target;
    }

    /** Tells whether it was done already. */
    boolean leadTo(RunState state) {
        return state == target || this == CANCEL && state == RunState.CANCELLED;
    }

    String verb() {
        return name() + "_RUN";
    }
}

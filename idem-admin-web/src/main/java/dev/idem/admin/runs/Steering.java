package dev.idem.admin.runs;

import dev.idem.inspect.Operator;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done with a run that was started. */
public enum Steering {
    PAUSE("pause", "Pause", EnumSet.of(RunState.RUNNING)),
    RESUME("resume", "Resume", EnumSet.of(RunState.PAUSED, RunState.STOPPED)),
    CANCEL("cancel", "Cancel the rest", EnumSet.of(RunState.RUNNING, RunState.PAUSED, RunState.STOPPED));

    private final String path;
    private final String button;
    private final Set<RunState> states;

    Steering(String path, String button, Set<RunState> states) {
        this.path = path;
        this.button = button;
        this.states = states;
    }

    static Optional<Steering> of(String path) {
        return Arrays.stream(values()).filter(each -> each.path.equals(path)).findFirst();
    }

    static List<Steering> in(RunState state) {
        return Arrays.stream(values())
                .filter(each -> each.states.contains(state))
                .toList();
    }

    void run(RunActions actions, Operator operator, long run) {
        switch (this) {
            case PAUSE -> actions.pause(operator, run);
            case RESUME -> actions.resume(operator, run);
            case CANCEL -> actions.cancel(operator, run);
        }
    }

    /** Its address, below that of the run. */
    public String path() {
        return path;
    }

    /** What its button says. */
    public String button() {
        return button;
    }
}

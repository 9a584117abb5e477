package dev.idem.admin.api;

import dev.idem.RequestKind;
import dev.idem.admin.web.KeyFilters;
import dev.idem.admin.web.Told;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which records a run is for: by their ids, those that match, or what failed in another run; EXTEND with the days from now
 * for which its keys are protected, 1 to 3650.
 */
public record Planned(
        RunKind kind,
        Optional<List<String>> records,
        Optional<Matching> matching,
        Optional<Long> failedInRun,
        Optional<Boolean> includeUnknown,
        Optional<Integer> days) {

    private static final int INCOMPLETE = 422;

    RunPlan plan(String actionToken) {
        return new RunPlan(
                RequestKind.valueOf(kind.name()),
                selection(),
                includeUnknown.orElse(false),
                days.map(Given::days),
                actionToken);
    }

    /** Checks what can be known before. */
    Planned checked() {
        long ways = Stream.of(records, matching, failedInRun)
                .filter(Optional::isPresent)
                .count();
        if (ways != 1) {
            throw new Told(INCOMPLETE, "Give one of records, matching (an empty object for all) and failedInRun.");
        }
        if (days.isPresent() != (kind == RunKind.EXTEND)) {
            throw new Told(INCOMPLETE, "Give the field days with EXTEND, and only with it.");
        }
        days.ifPresent(Given::days);
        Given.fields(() -> plan("0".repeat(64)));
        return this;
    }

    private RunSelection selection() {
        return records.<RunSelection>map(ids ->
                        new RunSelection.Chosen(ids.stream().map(Given::record).toList()))
                .or(() -> matching.map(wanted -> new RunSelection.Matching(wanted.filter(ofKeys()))))
                .or(() -> failedInRun.map(RunSelection.FailedOf::new))
                .orElseThrow();
    }

    private boolean ofKeys() {
        return RunPlan.ofKeys(RequestKind.valueOf(kind.name()));
    }

    /** What can be done with many calls that wait, or with many finished keys. */
    public enum RunKind {
        REPLAY,
        DRY_RUN,
        DISMISS,
        EXPIRE,
        EXTEND
    }

    /** Which, as in the list of keys; without a state, of parked calls those that wait, of keys those that are finished. */
    public record Matching(
            Optional<String> application,
            Optional<String> operation,
            Optional<String> cause,
            Optional<String> state,
            Optional<String> from,
            Optional<String> until) {

        KeyFilter filter(boolean ofKeys) {
            Set<KeyState> states = Given.names("state", state.orElse(""), KeyState.class);
            return new KeyFilter(
                    application,
                    operation,
                    states.isEmpty() && !ofKeys ? KeyFilters.WAITING : states,
                    Optional.empty(),
                    Given.from(from.orElse("")),
                    Given.until(until.orElse("")),
                    cause);
        }
    }
}

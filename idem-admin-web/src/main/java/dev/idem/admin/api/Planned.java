package dev.idem.admin.api;

import dev.idem.RequestKind;
import dev.idem.admin.web.Told;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which calls a run is for: records by their ids, those that match, or what failed in another run. */
public record Planned(
        RunKind kind,
        Optional<List<String>> records,
        Optional<Matching> matching,
        Optional<Long> failedInRun,
        Optional<Boolean> includeUnknown) {

    private static final int INCOMPLETE = 422;

    RunPlan plan(String actionToken) {
        return new RunPlan(RequestKind.valueOf(kind.name()), selection(), includeUnknown.orElse(false), actionToken);
    }

    /** Checks what can be known before. */
    Planned checked() {
        long ways = Stream.of(records, matching, failedInRun)
                .filter(Optional::isPresent)
                .count();
        if (ways != 1) {
            throw new Told(
                    INCOMPLETE, "Give one of records, matching (an empty object for all that wait) and failedInRun.");
        }
        Given.fields(() -> plan("0".repeat(64)));
        return this;
    }

    private RunSelection selection() {
        return records.<RunSelection>map(ids ->
                        new RunSelection.Chosen(ids.stream().map(Given::record).toList()))
                .or(() -> matching.map(wanted -> new RunSelection.Matching(wanted.filter())))
                .or(() -> failedInRun.map(RunSelection.FailedOf::new))
                .orElseThrow();
    }

    /** What can be done with many calls. */
    public enum RunKind {
        REPLAY,
        DRY_RUN,
        DISMISS
    }

    /** Which of the calls that wait. */
    public record Matching(Optional<String> application, Optional<String> operation, Optional<String> cause) {

        KeyFilter filter() {
            return new KeyFilter(
                    application,
                    operation,
                    Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    cause);
        }
    }
}

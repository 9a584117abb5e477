package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run is for: in words for people, and as a digest that tells one plan from another. */
final class SelectionText {

    private static final Set<KeyState> WAITING = EnumSet.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN);

    private SelectionText() {}

    static String words(RunSelection selection) {
        if (selection instanceof RunSelection.Chosen chosen) {
            return chosen.records().size() + " chosen one by one";
        }
        if (selection instanceof RunSelection.FailedOf failed) {
            return "what failed in run " + failed.run();
        }
        return words(((RunSelection.Matching) selection).filter());
    }

    private static String words(KeyFilter filter) {
        List<String> parts = Stream.of(
                        filter.operation().map(name -> "operation " + name),
                        filter.application().map(name -> "application " + name),
                        Optional.of(filter.states())
                                .filter(states -> !states.isEmpty() && !states.equals(WAITING))
                                .map(states -> "state " + names(states)),
                        filter.cause().map(cause -> "cause " + cause),
                        filter.key().map(key -> "one key"),
                        filter.changedFrom().map(time -> "changed from " + time),
                        filter.changedBefore().map(time -> "changed before " + time))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? all(filter) : String.join(", ", parts);
    }

    private static String all(KeyFilter filter) {
        return filter.states().equals(WAITING) ? "all that wait" : "all keys";
    }

    private static String names(Set<KeyState> states) {
        return states.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** The same for the same plan on every node. */
    static Digest digest(RunPlan plan) {
        return Digest.ofTexts(Stream.concat(
                        Stream.of(
                                plan.kind().name(),
                                Boolean.toString(plan.includeUnknown()),
                                plan.protection().map(Duration::toString).orElse("")),
                        parts(plan.selection()))
                .toArray(String[]::new));
    }

    private static Stream<String> parts(RunSelection selection) {
        if (selection instanceof RunSelection.Chosen chosen) {
            return Stream.concat(
                    Stream.of("chosen"),
                    chosen.records().stream().map(RecordId::hex).sorted());
        }
        if (selection instanceof RunSelection.FailedOf failed) {
            return Stream.of("failed", Long.toString(failed.run()));
        }
        return parts(((RunSelection.Matching) selection).filter());
    }

    private static Stream<String> parts(KeyFilter filter) {
        return Stream.of(
                "matching",
                filter.application().orElse(""),
                filter.operation().orElse(""),
                names(filter.states()),
                filter.key().map(key -> "key " + key).orElse(""),
                filter.changedFrom().map(Instant::toString).orElse(""),
                filter.changedBefore().map(Instant::toString).orElse(""),
                filter.cause().orElse(""));
    }
}

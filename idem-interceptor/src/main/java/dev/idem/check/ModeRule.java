package dev.idem.check;

import dev.idem.Mode;
import dev.idem.OnUnknownOutcome;
import java.util.stream.Stream;

/** Attributes fit the mode. */
final class ModeRule implements Rule {

    private static final String DEFAULT_LEASE = "PT1M";

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        var settings = candidate.settings();
        boolean external = settings.noEffectOn().length > 0
                || settings.onUnknownOutcome() != OnUnknownOutcome.PARK
                || !settings.lease().equals(DEFAULT_LEASE);
        return Rule.when(
                external && settings.mode() == Mode.TRANSACTIONAL,
                () -> candidate.problem(
                        ProblemId.WRONG_MODE,
                        "lease, onUnknownOutcome and noEffectOn belong to mode EXTERNAL_EFFECT",
                        "remove them: a TRANSACTIONAL effect has no unknown outcome"));
    }
}

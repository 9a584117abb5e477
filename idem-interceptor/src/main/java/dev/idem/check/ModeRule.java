package dev.idem.check;

import dev.idem.KeyType;
import dev.idem.Mode;
import dev.idem.OnUnknownOutcome;
import java.util.stream.Stream;

/** Attributes fit the mode, and the mode is one this version has. */
final class ModeRule implements Rule {

    private static final String DEFAULT_LEASE = "PT1M";

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        return Stream.concat(misplaced(candidate), unsupported(candidate));
    }

    private static Stream<Problem> misplaced(Candidate candidate) {
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

    private static Stream<Problem> unsupported(Candidate candidate) {
        var settings = candidate.settings();
        return Stream.of(
                        unsupported(
                                candidate,
                                settings.mode() == Mode.EXTERNAL_EFFECT && settings.keyType() == KeyType.TOKEN,
                                "keyType = TOKEN with mode = EXTERNAL_EFFECT"),
                        unsupported(
                                candidate,
                                settings.mode() == Mode.EXTERNAL_EFFECT && settings.storeOn().length > 0,
                                "storeOn with mode = EXTERNAL_EFFECT"))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> unsupported(Candidate candidate, boolean used, String what) {
        return Rule.when(
                used,
                () -> candidate.problem(
                        ProblemId.NOT_SUPPORTED_YET,
                        what + " is not supported yet by this version of Idem",
                        "leave it out"));
    }
}

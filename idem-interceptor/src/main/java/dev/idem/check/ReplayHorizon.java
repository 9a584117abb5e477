package dev.idem.check;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import dev.idem.engine.Retention;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long after a call an operator may have it replayed: as long must the record of an operation bind that may come to
 * that, or a late redelivery would run beside the replay.
 */
public final class ReplayHorizon {

    /** The setting. */
    public static final String SETTING = "idem.replay.horizon";

    private static final String WEEK = "P7D";

    private ReplayHorizon() {}

    /**
     * Finds what is wrong with the setting, or with the operations under it.
     *
     * @param setting its value, if there is one
     * @param candidates the operations of the deployment
     */
    public static Stream<Problem> problems(Optional<String> setting, Collection<Candidate> candidates) {
        String text = setting.orElse(WEEK);
        Optional<Retention> horizon = read(text);
        return horizon.isEmpty()
                ? Stream.of(new Problem(
                        ProblemId.BAD_HORIZON,
                        SETTING,
                        "\"" + text + "\" is no time above zero",
                        "write an ISO-8601 period or duration such as P7D or P1M"))
                : candidates.stream()
                        .filter(ReplayHorizon::mayBeReplayed)
                        .flatMap(candidate -> problem(candidate, text, horizon.get()));
    }

    private static Stream<Problem> problem(Candidate candidate, String text, Retention horizon) {
        String expireAfter = candidate.settings().expireAfter();
        boolean covered =
                read(expireAfter).map(time -> time.covers(horizon)).orElse(true); // unreadable: told elsewhere
        return Rule.when(
                !covered,
                () -> candidate.problem(
                        ProblemId.EXPIRES_BEFORE_HORIZON,
                        "it may be parked and replayed, but expireAfter = \"" + expireAfter + "\" can end before "
                                + SETTING + ", " + text,
                        "a longer expireAfter, or a shorter " + SETTING));
    }

    private static boolean mayBeReplayed(Candidate candidate) {
        var settings = candidate.settings();
        boolean byDefault = settings.maxAttempts() == IdempotentOperation.AUTO_ATTEMPTS
                && candidate.kind() == BeanKind.MESSAGE_DRIVEN;
        return byDefault
                || settings.maxAttempts() > 0
                || settings.parkOn().length > 0
                || settings.mode() == Mode.EXTERNAL_EFFECT;
    }

    private static Optional<Retention> read(String text) {
        try {
            return Optional.of(Retention.parse(text));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }
}

package dev.idem.check;

import dev.idem.IdempotentOperation;
import dev.idem.engine.Retention;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Durations and counts can be read and make sense. */
final class DurationRule implements Rule {

    /** The store keeps no more failed attempts of a key, so it could not count further. */
    private static final int MOST_ATTEMPTS = 50;

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        var settings = candidate.settings();
        return Stream.of(
                        Rule.when(
                                fails(settings.waitFor(), DurationRule::zeroOrPositive),
                                () -> candidate.problem(
                                        ProblemId.BAD_WAIT,
                                        "waitFor = \"" + settings.waitFor() + "\" is no duration of zero or more",
                                        "write an ISO-8601 duration such as PT5S, or PT0S to fail fast")),
                        Rule.when(
                                fails(settings.expireAfter(), Retention::parse),
                                () -> candidate.problem(
                                        ProblemId.BAD_EXPIRY,
                                        "expireAfter = \"" + settings.expireAfter() + "\" is no time above zero",
                                        "write an ISO-8601 period or duration such as P7D or PT12H")),
                        Rule.when(
                                fails(settings.lease(), DurationRule::positive),
                                () -> candidate.problem(
                                        ProblemId.BAD_LEASE,
                                        "lease = \"" + settings.lease() + "\" is no duration above zero",
                                        "write an ISO-8601 duration such as PT1M")),
                        Rule.when(
                                settings.maxAttempts() < IdempotentOperation.AUTO_ATTEMPTS
                                        || settings.maxAttempts() > MOST_ATTEMPTS,
                                () -> candidate.problem(
                                        ProblemId.BAD_ATTEMPTS,
                                        "maxAttempts = " + settings.maxAttempts() + " is not between -1 and "
                                                + MOST_ATTEMPTS,
                                        "write a number from 1 to " + MOST_ATTEMPTS
                                                + ", 0 for never, or leave it out")))
                .flatMap(problems -> problems);
    }

    private static boolean fails(String text, Consumer<String> parse) {
        try {
            parse.accept(text);
            return false;
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    private static void zeroOrPositive(String text) {
        if (Duration.parse(text).isNegative()) {
            throw new IllegalArgumentException("negative");
        }
    }

    private static void positive(String text) {
        zeroOrPositive(text);
        if (Duration.parse(text).isZero()) {
            throw new IllegalArgumentException("zero");
        }
    }
}

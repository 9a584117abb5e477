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

    private static final Duration LONGEST_DURATION = Duration.ofDays(1);

    /** How late a node may hear of what an operator did. */
    private static final Duration LONGEST_CACHE = Duration.ofMinutes(1);

    /** A thousand years: every database can still write the date. */
    private static final int LONGEST_MONTHS = 12_000;

    private static final int LONGEST_DAYS = 365_000;

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        var settings = candidate.settings();
        return Stream.of(
                        Rule.when(
                                fails(settings.waitFor(), DurationRule::zeroOrPositive),
                                () -> candidate.problem(
                                        ProblemId.BAD_WAIT,
                                        "waitFor = \"" + settings.waitFor() + "\" is no duration from zero to a day",
                                        "write an ISO-8601 duration such as PT5S, or PT0S to fail fast")),
                        Rule.when(
                                fails(settings.expireAfter(), DurationRule::retention),
                                () -> candidate.problem(
                                        ProblemId.BAD_EXPIRY,
                                        "expireAfter = \"" + settings.expireAfter()
                                                + "\" is no time above zero, a thousand years at most",
                                        "write an ISO-8601 period or duration such as P7D or PT12H")),
                        Rule.when(
                                fails(settings.lease(), DurationRule::positive),
                                () -> candidate.problem(
                                        ProblemId.BAD_LEASE,
                                        "lease = \"" + settings.lease() + "\" is no duration above zero, a day at most",
                                        "write an ISO-8601 duration such as PT1M")),
                        Rule.when(
                                fails(settings.cacheFor(), DurationRule::cache),
                                () -> candidate.problem(
                                        ProblemId.BAD_CACHE_TIME,
                                        "cacheFor = \"" + settings.cacheFor()
                                                + "\" is no duration from zero to a minute",
                                        "write an ISO-8601 duration such as PT5S, or PT0S for no cache")),
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

    static boolean aboveZero(String text) {
        return !fails(text, DurationRule::positive);
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
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.compareTo(LONGEST_DURATION) > 0) {
            throw new IllegalArgumentException("negative, or too long");
        }
    }

    private static void retention(String text) {
        Retention retention = Retention.parse(text);
        if (retention.months() > LONGEST_MONTHS || retention.rest().toDays() > LONGEST_DAYS) {
            throw new IllegalArgumentException("too long");
        }
    }

    private static void cache(String text) {
        zeroOrPositive(text);
        if (Duration.parse(text).compareTo(LONGEST_CACHE) > 0) {
            throw new IllegalArgumentException("too long");
        }
    }

    private static void positive(String text) {
        zeroOrPositive(text);
        if (Duration.parse(text).isZero()) {
            throw new IllegalArgumentException("zero");
        }
    }
}

package dev.idem.check;

import dev.idem.Mode;
import dev.idem.engine.Retention;
import dev.idem.key.CarriableTypes;
import dev.idem.key.ResultTypes;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;

/** An effect outside the database is outside transactions, shows signs of life, and has a result that can be given again. */
final class ExternalRule implements Rule {

    /** Leases are renewed once a second at most. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);

    @Override
    public Stream<Problem> problems(Candidate candidate) {
        return candidate.settings().mode() == Mode.EXTERNAL_EFFECT
                ? Stream.of(surrounded(candidate), lease(candidate), later(candidate), cached(candidate))
                        .flatMap(each -> each)
                : Stream.empty();
    }

    private static Stream<Problem> surrounded(Candidate candidate) {
        return Rule.when(
                OuterTransactions.surround(candidate),
                () -> candidate.problem(
                        ProblemId.EXTERNAL_INSIDE_TRANSACTION,
                        "a transaction would be running around an effect that no rollback takes back",
                        candidate.kind() == BeanKind.CDI
                                ? "remove @Transactional, or set it to NOT_SUPPORTED"
                                : "put @TransactionAttribute(NOT_SUPPORTED) on the method"));
    }

    private static Stream<Problem> lease(Candidate candidate) {
        var settings = candidate.settings();
        return Rule.when(
                readable(settings.lease(), settings.expireAfter())
                        && !fits(Duration.parse(settings.lease()), Retention.parse(settings.expireAfter())),
                () -> candidate.problem(
                        ProblemId.BAD_LEASE,
                        "lease = \"" + settings.lease() + "\" is not from 3 seconds to below expireAfter = \""
                                + settings.expireAfter() + "\"",
                        "write a duration such as PT1M, and a longer expireAfter"));
    }

    /** What cannot be read is another rule's. */
    private static boolean readable(String lease, String expireAfter) {
        try {
            Duration.parse(lease);
            Retention.parse(expireAfter);
            return true;
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static boolean fits(Duration lease, Retention expireAfter) {
        return lease.compareTo(SHORTEST_LEASE) >= 0
                && (expireAfter.months() > 0 || lease.compareTo(expireAfter.rest()) < 0);
    }

    private static Stream<Problem> cached(Candidate candidate) {
        return Rule.when(
                candidate.caches(),
                () -> candidate.problem(
                        ProblemId.BAD_CACHE_TIME,
                        "records of effects outside the database are not cached",
                        "remove cacheFor, or set it to PT0S for this operation"));
    }

    private static Stream<Problem> later(Candidate candidate) {
        return Rule.when(
                ResultTypes.later(candidate.method())
                        && (!ResultTypes.makeable(candidate.method())
                                || CarriableTypes.storedAsResponse(ResultTypes.of(candidate.method()))),
                () -> candidate.problem(
                        ProblemId.UNKNOWN_STAGE,
                        "a duplicate cannot get a "
                                + candidate.method().getGenericReturnType().getTypeName(),
                        "return a CompletionStage, CompletableFuture or Future of the value itself"));
    }
}

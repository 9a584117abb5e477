package dev.idem.token;

import dev.idem.IdempotencyTokens;
import dev.idem.IssuedToken;
import dev.idem.engine.Caller;
import dev.idem.engine.CurrentRequest;
import dev.idem.engine.Deployment;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import dev.idem.engine.TokenOperations;
import dev.idem.engine.TokenOperations.TokenOperation;
import dev.idem.engine.TokenStore;
import dev.idem.engine.TokenStore.Choice;
import dev.idem.engine.TokenStore.NewToken;
import dev.idem.engine.TokenText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Issues and revokes tokens of this application. */
@ApplicationScoped
class IssuedTokens implements IdempotencyTokens {

    static final Duration SHORTEST = Duration.ofMillis(1);

    private static final int LONGEST_PURPOSE = 100;

    /** A month has so many days at least. */
    private static final int SHORTEST_MONTH = 28;

    @Inject
    TokenStore store;

    @Inject
    TokenTransactions transactions;

    @Inject
    TokenOperations operations;

    @Inject
    TokenSettings settings;

    @Inject
    RandomTokens random;

    @Inject
    CurrentRequest request;

    @Inject
    Deployment deployment;

    @Override
    public IssuedToken issue(String operation, String purpose) {
        TokenOperation taker = taker(operation);
        Duration usual = settings.expireAfter();
        Duration longest = longest(taker);
        return issued(taker, purpose, request.caller(), usual.compareTo(longest) < 0 ? usual : longest);
    }

    @Override
    public IssuedToken issue(String operation, String purpose, Duration lifetime) {
        return issued(taker(operation), purpose, request.caller(), lifetime);
    }

    @Override
    public IssuedToken issueFor(String subject, String operation, String purpose, Duration lifetime) {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("subject must not be blank");
        }
        return issued(taker(operation), purpose, new Caller.Authenticated(subject), lifetime);
    }

    private IssuedToken issued(TokenOperation operation, String purpose, Caller subject, Duration lifetime) {
        checkPurpose(purpose);
        checkLifetime(lifetime, operation);
        TokenText token = random.token();
        RecordKey call = RecordKey.of(
                deployment.application(),
                operation.name(),
                operation.scope(subject),
                token.digest().hex());
        NewToken row = new NewToken(
                token.digest(),
                call,
                random.publicId(),
                purpose,
                Subjects.text(subject),
                Subjects.text(request.caller()),
                new Retention(0, lifetime));
        Instant expiresAt = transactions.run(operation.name(), () -> store.issue(row));
        return new IssuedToken(token.text(), row.publicId(), expiresAt);
    }

    @Override
    public boolean revoke(String token) {
        return TokenText.parse(token)
                .map(text -> revoked(new Choice.ByHash(deployment.application(), text.digest())) > 0)
                .orElse(false);
    }

    @Override
    public boolean revokeById(String id) {
        return revoked(new Choice.ById(deployment.application(), id)) > 0;
    }

    @Override
    public int revokeAll(String subject, String purpose) {
        return revoked(new Choice.BySubject(deployment.application(), Subjects.named(subject), purpose));
    }

    private int revoked(Choice choice) {
        String by = Subjects.text(request.caller());
        return transactions.run("tokens", () -> store.revoke(choice, by));
    }

    private TokenOperation taker(String operation) {
        return operations
                .named(operation)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no operation of that name takes tokens: it is not deployed, or its keyType is not TOKEN"));
    }

    private static void checkPurpose(String purpose) {
        if (purpose.isBlank()
                || purpose.length() > LONGEST_PURPOSE
                || purpose.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "purpose must have 1 to " + LONGEST_PURPOSE + " characters without control characters");
        }
    }

    /** So a record never goes before its token does, whoever completed it and by what means. */
    private static void checkLifetime(Duration lifetime, TokenOperation operation) {
        Duration longest = longest(operation);
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(longest) > 0) {
            throw new IllegalArgumentException("lifetime must be from " + SHORTEST + " to " + longest
                    + ", as long as records of " + operation.name() + " bind, was " + lifetime);
        }
    }

    private static Duration longest(TokenOperation operation) {
        Retention records = operation.expireAfter();
        return records.rest().plusDays((long) records.months() * SHORTEST_MONTH);
    }
}

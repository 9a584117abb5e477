package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import dev.idem.engine.TokenStore.Condition;
import dev.idem.engine.TokenStore.NewToken;
import dev.idem.engine.TokenStore.Terms;
import dev.idem.engine.TokenStore.TokenUse;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.Intent;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** One-time tokens on a database of their own, and what tests of operators ask of them. */
abstract class TokenOperatorFixture extends OperatorFixture {

    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Retention HOUR = new Retention(0, Duration.ofHours(1));
    static final Retention MOMENT = new Retention(0, OVER);

    static Intent intent() {
        return new Intent(UUID.randomUUID().toString(), "stolen");
    }

    TokenGroup group() {
        return new TokenGroup(application, "alice", "checkout");
    }

    TokenFilter mine() {
        return new TokenFilter(
                Optional.of(application),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    TokenFilter between(Instant from, Instant before) {
        return new TokenFilter(
                Optional.of(application),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(from),
                Optional.of(before));
    }

    TokenFilter filter(String subject, String purpose) {
        return TokenFilter.of(new TokenGroup(application, subject, purpose));
    }

    List<String> ids(TokenFilter filter) {
        return tokens().tokens(filter, Optional.empty(), 100).lines().stream()
                .map(TokenLine::publicId)
                .toList();
    }

    List<AuditEntry> audited(String id) {
        return trail().entries(AuditFilter.ALL, OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.subject().id().equals(id))
                .filter(entry -> entry.subject()
                                .application()
                                .filter(application::equals)
                                .isPresent()
                        || entry.subject().type().equals("TOKEN"))
                .toList();
    }

    /** All tokens of the test were issued in the same moment. */
    void sameTime() {
        try (TestUnit.Running running = unit().begin()) {
            running.update(
                    "update idem_token set issued_at = (select max(issued_at) from (select issued_at from idem_token"
                            + " where application = ?) as each_token) where application = ?",
                    application,
                    application);
            running.commit();
        }
    }

    /** The record of a call that used the token, rolled back. */
    void failed(NewToken token) {
        try (TestUnit.Running running = unit().begin()) {
            running.update(
                    "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id, epoch,"
                            + " created_at, changed_at, expires_at) select key_hash, application, operation, scope, 'a token',"
                            + " 'FAILED', ?, 1, issued_at, issued_at, expires_at from idem_token where token_hash = ?",
                    UUID.randomUUID(),
                    token.hash().bytes());
            running.commit();
        }
    }

    NewToken issued(String subject, String purpose, Retention lifetime) {
        Digest hash = Digest.ofTexts(UUID.randomUUID().toString());
        NewToken token = new NewToken(
                hash,
                RecordKey.of(application, "orders.submit", "caller:" + subject, hash.hex()),
                UUID.randomUUID().toString(),
                purpose,
                subject,
                "shop",
                lifetime);
        unit().commitTokens(store -> store.issue(token));
        return token;
    }

    static TokenUse useOf(NewToken token) {
        return new TokenUse(
                token.hash(), token.key(), Optional.of(token.subject()), new Terms(Condition.UNUSED, PATIENT));
    }

    boolean use(NewToken token) {
        return unit().commitTokens(store -> store.use(useOf(token)));
    }
}

package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import dev.idem.engine.TokenStore.Condition;
import dev.idem.engine.TokenStore.NewToken;
import dev.idem.engine.TokenStore.Terms;
import dev.idem.engine.TokenStore.TokenUse;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.Intent;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Page;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Role;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators see of one-time tokens, and how they revoke them, on a real database. */
abstract class TokenOperatorContract extends OperatorFixture {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Retention HOUR = new Retention(0, Duration.ofHours(1));
    private static final Retention MOMENT = new Retention(0, OVER);

    @Test
    @DisplayName("a token is listed with its state and times, and without what makes it one")
    void tokenIsListed() {
        NewToken good = issued("alice", "checkout", HOUR);
        NewToken used = issued("alice", "checkout", HOUR);
        use(used);
        unit().commitTokens(store -> {
            store.countLate(Map.of(used.hash(), 3));
            return used;
        });
        NewToken expired = issued("alice", "checkout", MOMENT);
        NewToken revoked = issued("alice", "checkout", HOUR);
        tokenActions().revoke(ADMIN, revoked.publicId(), intent());

        Map<String, TokenLine> lines = tokens().tokens(mine(), Optional.empty(), 10).lines().stream()
                .collect(Collectors.toMap(TokenLine::publicId, line -> line));

        assertThat(lines)
                .hasSize(4)
                .hasEntrySatisfying(good.publicId(), line -> {
                    assertThat(line.state()).isEqualTo(TokenState.GOOD);
                    assertThat(line.operation()).isEqualTo("orders.submit");
                    assertThat(line.group()).isEqualTo(new TokenGroup(application, "alice", "checkout"));
                    assertThat(line.issuedBy()).isEqualTo("shop");
                    assertThat(line.issuedAt()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
                    assertThat(line.expiresAt())
                            .isCloseTo(line.issuedAt().plus(HOUR.rest()), within(1, ChronoUnit.SECONDS));
                    assertThat(line.usedAt()).isEmpty();
                    assertThat(line.revokedAt()).isEmpty();
                    assertThat(line.record())
                            .isEqualTo(new RecordId(good.key().hash().hex()));
                })
                .hasEntrySatisfying(used.publicId(), line -> {
                    assertThat(line.state()).isEqualTo(TokenState.USED);
                    assertThat(line.usedAt()).isPresent();
                    assertThat(line.usedBy()).contains("alice");
                    assertThat(line.lateAttempts()).isEqualTo(3);
                })
                .hasEntrySatisfying(
                        expired.publicId(), line -> assertThat(line.state()).isEqualTo(TokenState.EXPIRED))
                .hasEntrySatisfying(revoked.publicId(), line -> {
                    assertThat(line.state()).isEqualTo(TokenState.REVOKED);
                    assertThat(line.revokedAt()).isPresent();
                    assertThat(line.revokedBy()).contains("ada");
                });
        assertThat(lines.toString())
                .doesNotContain(good.hash().hex())
                .doesNotContain(used.hash().hex());
        assertThat(tokens().token(used.publicId())).contains(lines.get(used.publicId()));
    }

    @Test
    void everyPartOfTheFilterNarrows() {
        NewToken mine = issued("alice", "checkout", HOUR);
        issued("bob", "checkout", HOUR);
        issued("alice", "transfer", HOUR);
        NewToken nobodys = issued("", "checkout", HOUR);

        assertThat(ids(filter("alice", "checkout"))).containsExactly(mine.publicId());
        assertThat(ids(filter("", "checkout"))).containsExactly(nobodys.publicId());
        assertThat(ids(mine())).hasSize(4);
        assertThat(ids(mine().in(TokenState.GOOD))).hasSize(4);
        assertThat(ids(mine().in(TokenState.USED, TokenState.REVOKED, TokenState.EXPIRED)))
                .isEmpty();
        assertThat(tokens().count(filter("alice", "checkout")).number()).isEqualTo(1);
        use(mine);
        assertThat(ids(mine().in(TokenState.USED, TokenState.EXPIRED))).containsExactly(mine.publicId());
        assertThat(tokens().count(mine().in(TokenState.GOOD)).number()).isEqualTo(3);
        Instant issued = tokens().token(mine.publicId()).orElseThrow().issuedAt();
        assertThat(ids(between(issued, issued.plusMillis(1)))).contains(mine.publicId());
        assertThat(ids(between(issued.minusSeconds(1), issued))).doesNotContain(mine.publicId());
        assertThat(tokens().token("none")).isEmpty();
        assertThat(tokens().token("no\0ne")).isEmpty();
        assertThatThrownBy(() -> filter("\0", "checkout")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("going older repeats and skips no token, whatever is issued meanwhile")
    void pagesAreStable() {
        Set<String> all = Set.of(
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId(),
                issued("alice", "checkout", HOUR).publicId());
        sameTime();
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<TokenLine> page = tokens().tokens(mine(), after, 2);
            page.lines().forEach(line -> seen.add(line.publicId()));
            issued("alice", "checkout", HOUR);
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    @DisplayName("console check 54: a revoked token is refused")
    void revokedTokenIsRefused() {
        NewToken token = issued("alice", "checkout", HOUR);

        tokenActions().revoke(ADMIN, token.publicId(), intent());

        assertThat(use(token)).isFalse();
        assertThat(audited(token.publicId())).singleElement().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("REVOKE");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.SUCCEEDED);
            assertThat(entry.actor().name()).isEqualTo("ada");
            assertThat(entry.reason()).contains("stolen");
            assertThat(entry.subject().keyHash()).contains(token.key().hash().hex());
            assertThat(entry.before()).contains("GOOD");
            assertThat(entry.after()).contains("REVOKED");
        });
    }

    @Test
    @DisplayName("console check 29: the same click twice is one revocation")
    void sameClickIsOneAction() {
        NewToken token = issued("alice", "checkout", HOUR);
        issued("alice", "checkout", HOUR);
        Intent once = intent();

        tokenActions().revoke(ADMIN, token.publicId(), once);
        tokenActions().revoke(ADMIN, token.publicId(), once);
        Intent all = intent();
        tokenActions().revokeAll(ADMIN, group(), all);
        tokenActions().revokeAll(ADMIN, group(), all);

        assertThat(audited(token.publicId())).hasSize(1);
        assertThat(audited("checkout for alice")).hasSize(1);
    }

    @Test
    @DisplayName("console check 29: the same click many times at once is one revocation, and each is told so")
    void sameClickAtOnceIsOneAction() throws Exception {
        NewToken token = issued("alice", "checkout", HOUR);
        Intent once = intent();
        CyclicBarrier start = new CyclicBarrier(8);
        ExecutorService clicks = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(clicks.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return revokedElsewhere(token, once);
                }));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            clicks.shutdownNow();
        }
        assertThat(audited(token.publicId())).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.SUCCEEDED);
    }

    private boolean revokedElsewhere(NewToken token, Intent intent) {
        try (TestUnit.Running running = unit().begin()) {
            running.commit();
            tokenActions(running).revoke(ADMIN, token.publicId(), intent);
            return true;
        }
    }

    @Test
    void whatIsNotGoodIsNotRevoked() {
        NewToken used = issued("alice", "checkout", HOUR);
        use(used);
        NewToken expired = issued("alice", "checkout", MOMENT);
        NewToken revoked = issued("alice", "checkout", HOUR);
        tokenActions().revoke(ADMIN, revoked.publicId(), intent());

        assertRefused(used, "is used already");
        assertRefused(expired, "has expired");
        assertRefused(revoked, "is revoked already");
        assertThat(audited(used.publicId())).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.FAILED);
        assertThat(tokens().token(used.publicId()).orElseThrow().state()).isEqualTo(TokenState.USED);
        assertThatThrownBy(() -> tokenActions().revoke(ADMIN, "none", intent()))
                .isInstanceOf(NoSuchRecordException.class);
        assertThatThrownBy(() -> tokenActions().revokeAll(ADMIN, group(), intent()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("no token of this subject and purpose is good");
    }

    private void assertRefused(NewToken token, String why) {
        assertThatThrownBy(() -> tokenActions().revoke(ADMIN, token.publicId(), intent()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("a token whose one call certainly failed is good again, and can be revoked")
    void tokenOfAFailedCallIsRevoked() {
        NewToken token = issued("alice", "checkout", HOUR);
        use(token);
        failed(token);
        assertThat(tokens().token(token.publicId()).orElseThrow().state()).isEqualTo(TokenState.GOOD);

        tokenActions().revoke(ADMIN, token.publicId(), intent());

        TokenLine line = tokens().token(token.publicId()).orElseThrow();
        assertThat(line.state()).isEqualTo(TokenState.REVOKED);
        assertThat(line.usedAt()).isPresent();
    }

    @Test
    @DisplayName("a token that a call is using is left to the call, and whoever revokes does not wait")
    void tokenInUseIsLeftAlone() {
        NewToken token = issued("alice", "checkout", HOUR);
        try (TestUnit.Running call = unit().begin()) {
            assertThat(call.tokens().use(useOf(token))).isTrue();

            assertRefused(token, "a call is using the token");
            call.commit();
        }
        assertThat(tokens().token(token.publicId()).orElseThrow().state()).isEqualTo(TokenState.USED);
    }

    @Test
    @DisplayName("all tokens of a subject and purpose are revoked at once, no others")
    void groupIsRevoked() {
        NewToken one = issued("alice", "checkout", HOUR);
        NewToken two = issued("alice", "checkout", HOUR);
        NewToken used = issued("alice", "checkout", HOUR);
        use(used);
        NewToken other = issued("alice", "transfer", HOUR);

        tokenActions().revokeAll(ADMIN, group(), intent());

        assertThat(ids(mine().in(TokenState.REVOKED))).containsExactlyInAnyOrder(one.publicId(), two.publicId());
        assertThat(ids(mine().in(TokenState.GOOD))).containsExactly(other.publicId());
        assertThat(audited("checkout for alice")).singleElement().satisfies(entry -> {
            assertThat(entry.subject().type()).isEqualTo("TOKENS");
            assertThat(entry.subject().application()).contains(application);
            assertThat(entry.after()).contains("2 REVOKED");
        });
    }

    @Test
    @DisplayName("console check 3: who may not revoke does not, which is audited")
    void onlyWhoMayRevokes() {
        NewToken token = issued("alice", "checkout", HOUR);

        for (Operator operator :
                List.of(VIEWER, EDITOR, new Operator("olga", Set.of(Role.OPERATOR), Optional.empty()))) {
            assertThatThrownBy(() -> tokenActions().revoke(operator, token.publicId(), intent()))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> tokenActions().revokeAll(operator, group(), intent()))
                    .isInstanceOf(NotPermittedException.class);
        }

        assertThat(tokens().token(token.publicId()).orElseThrow().state()).isEqualTo(TokenState.GOOD);
        assertThat(audited(token.publicId()))
                .hasSize(3)
                .extracting(AuditEntry::outcome)
                .containsOnly(AuditOutcome.DENIED);
    }

    @Test
    void reasonIsNeeded() {
        NewToken token = issued("alice", "checkout", HOUR);

        assertThatThrownBy(() -> tokenActions()
                        .revoke(
                                ADMIN,
                                token.publicId(),
                                new Intent(UUID.randomUUID().toString(), " ")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("a reason is needed");
        assertThat(use(token)).isTrue();
    }

    private static Intent intent() {
        return new Intent(UUID.randomUUID().toString(), "stolen");
    }

    private TokenGroup group() {
        return new TokenGroup(application, "alice", "checkout");
    }

    private TokenFilter mine() {
        return new TokenFilter(
                Optional.of(application),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private TokenFilter between(Instant from, Instant before) {
        return new TokenFilter(
                Optional.of(application),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(from),
                Optional.of(before));
    }

    private TokenFilter filter(String subject, String purpose) {
        return TokenFilter.of(new TokenGroup(application, subject, purpose));
    }

    private List<String> ids(TokenFilter filter) {
        return tokens().tokens(filter, Optional.empty(), 100).lines().stream()
                .map(TokenLine::publicId)
                .toList();
    }

    private List<AuditEntry> audited(String id) {
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
    private void sameTime() {
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
    private void failed(NewToken token) {
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

    private NewToken issued(String subject, String purpose, Retention lifetime) {
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

    private static TokenUse useOf(NewToken token) {
        return new TokenUse(
                token.hash(), token.key(), Optional.of(token.subject()), new Terms(Condition.UNUSED, PATIENT));
    }

    private boolean use(NewToken token) {
        return unit().commitTokens(store -> store.use(useOf(token)));
    }
}

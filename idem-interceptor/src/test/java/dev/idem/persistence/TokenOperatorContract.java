package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.TokenStore.NewToken;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.Intent;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Role;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.idem.inspect.TokenActions}: how operators revoke tokens, on a real database. */
abstract class TokenOperatorContract extends TokenListContract {

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
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyTokens;
import dev.idem.InvalidTokenException;
import dev.idem.IssuedToken;
import dev.idem.KeyReusedException;
import dev.idem.MissingKeyException;
import dev.idem.PoisonOperationException;
import dev.idem.RequestOutcome;
import dev.idem.engine.Digest;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.TokenShop;
import dev.idem.scenario.app.TokenShop.Form;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calls that bring a one-time token. */
public abstract class TokenScenarios extends PrivacyScenarios {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    TokenShop byToken;

    @Inject
    IdempotencyTokens tokens;

    @Test
    @DisplayName("scenario 101: a double click has one effect, and both clicks get the same answer")
    void doubleClickGetsTheSameAnswer() {
        IssuedToken token = issue("token.buy");

        String first = byToken.buy(token.token(), Order.of(id));

        assertThat(byToken.buy(token.token(), Order.of(id))).isEqualTo(first);
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(effects.stateOf("token.buy", keyOf(token))).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> byToken.buy(token.token(), Order.of(id).amounting("1")))
                .isInstanceOf(KeyReusedException.class);
        assertThat(effects.column("idem_token", "used_at", token.id())).isNotEqualTo("null");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        effects.column("idem_token", "late_attempts", token.id()))
                .isEqualTo("2"));
    }

    @Test
    @DisplayName("scenario 101: after a failed call the token is still good")
    void failedCallLeavesTheTokenGood() {
        IssuedToken token = issue("token.buy");
        byToken.breakFor(id);
        assertThatThrownBy(() -> byToken.buy(token.token(), Order.of(id))).hasMessage("broken");
        byToken.repair(id);

        assertThat(byToken.buy(token.token(), Order.of(id))).isNotNull();

        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 101: twenty calls at once with one token have one effect")
    void callsAtOnceHaveOneEffect() throws Exception {
        IssuedToken token = issue("token.buy");

        for (Future<String> answer : submit(20, () -> byToken.buy(token.token(), Order.of(id)))) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).isNotNull();
        }

        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("what is not good is refused without saying why, and nothing is recorded")
    void whatIsNotGoodIsRefused() {
        IssuedToken expired = issue("token.buy");
        effects.run("update idem_token set expires_at = issued_at where public_id = ?", expired.id());
        IssuedToken revoked = issue("token.buy");
        assertThat(tokens.revoke(revoked.token())).isTrue();
        IssuedToken other = issue("token.submit");

        String why = refusalOf("AAAAAAAAAAAAAAAAAAAAAA");
        for (IssuedToken token : new IssuedToken[] {expired, revoked, other}) {
            assertThat(refusalOf(token.token())).isEqualTo(why).doesNotContain(token.token());
            assertThat(effects.stateOf("token.buy", keyOf(token))).isEqualTo("none");
        }
        assertThatThrownBy(() -> byToken.buy("no token", Order.of(id))).isInstanceOf(InvalidTokenException.class);
        assertThatThrownBy(() -> byToken.submit(new Form(null, id))).isInstanceOf(MissingKeyException.class);
        assertThat(effects.count(id)).isZero();
        assertThatCode(() -> byToken.submit(new Form(other.token(), id))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("scenario 91: a token may be issued for somebody else, whose it is then")
    void tokenIsIssuedForSomebodyElse() {
        IssuedToken alices = tokens.issueFor("alice", "rest.form", "checkout", HOUR);

        assertThat(effects.column("idem_token", "scope", alices.id())).isEqualTo("caller:alice");
        assertThat(effects.column("idem_token", "subject", alices.id())).isEqualTo("alice");
        assertThat(tokens.revokeAll("bob", "checkout")).isZero();
        assertThat(tokens.revokeById(alices.id())).isTrue();
        assertThat(tokens.revokeById(alices.id())).isFalse();
    }

    @Test
    @DisplayName("a used token never runs again, not even when its record has expired")
    void usedTokenNeverRunsAgain() {
        IssuedToken token = issue("token.buy");
        byToken.buy(token.token(), Order.of(id));
        effects.run("update idem_record set expires_at = created_at where idem_key = ?", keyOf(token));

        assertThatThrownBy(() -> byToken.buy(token.token(), Order.of(id))).isInstanceOf(InvalidTokenException.class);

        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(tokens.revoke(token.token())).isFalse();
    }

    @Test
    @DisplayName("scenario 109: who swallows the refusal commits nothing")
    void swallowedRefusalCommitsNothing() {
        try {
            byToken.swallow("AAAAAAAAAAAAAAAAAAAAAA", Order.of(id));
        } catch (RuntimeException rolledBack) {
            assertThat(rolledBack).isNotNull();
        }

        assertThat(effects.count("outer of " + id)).isZero();
    }

    @Test
    @DisplayName("scenario 83: a parked call is replayed without its token, which is nowhere in the database")
    void parkedCallIsReplayedWithoutItsToken() {
        IssuedToken token = issue("token.submit");
        Form form = new Form(token.token(), id);
        byToken.breakFor(id);
        assertThatThrownBy(() -> byToken.submit(form)).hasMessage("broken");
        assertThatThrownBy(() -> byToken.submit(form)).isInstanceOf(PoisonOperationException.class);
        assertThat(effects.argumentsOf("token.submit", keyOf(token)))
                .contains(keyOf(token), id)
                .doesNotContain(token.token());
        byToken.repair(id);

        assertThat(done(actions.replay(EVE, decide(detail("token.submit", keyOf(token)))))
                        .outcome())
                .contains(RequestOutcome.SUCCEEDED);

        assertThat(byToken.submit(form)).isEqualTo("submitted " + id);
        assertThat(byToken.seen()).containsSubsequence(token.token(), keyOf(token));
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(effects.column("idem_token", "used_at", token.id())).isNotEqualTo("null");
        assertThatThrownBy(() -> byToken.submit(new Form(token.token(), "other")))
                .isInstanceOf(KeyReusedException.class);
        assertThat(effects.tablesWith(token.token())).isEmpty();
        assertThat(effects.tablesWith(keyOf(token))).contains("idem_record");
        assertThat(effects.conflictArgumentsOf("token.submit", keyOf(token)))
                .as("what the tables hold encrypted")
                .contains(keyOf(token), "other")
                .doesNotContain(token.token());
    }

    @Test
    void whatCannotBeIssuedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("shop.buy", "checkout"));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("nothing", "checkout"));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("token.buy", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("token.buy", "a".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("token.buy", "checkout", Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.issue("token.buy", "checkout", Duration.ofDays(8)))
                .withMessageContaining("as long as records of token.buy bind");
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issueFor(" ", "token.buy", "checkout", HOUR));
        assertThat(tokens.revoke("no token")).isFalse();
    }

    IssuedToken issue(String operation) {
        return tokens.issue(operation, "checkout");
    }

    private String refusalOf(String token) {
        try {
            return byToken.buy(token, Order.of(id));
        } catch (InvalidTokenException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String keyOf(IssuedToken token) {
        return Digest.ofTexts(token.token()).hex();
    }
}

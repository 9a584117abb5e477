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
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.RequestOutcome;
import dev.idem.engine.Digest;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RequestLine;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.OutOfStock;
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
    @DisplayName("scenarios 37, 101: a stored refusal uses the token up, and is what comes for it again")
    void refusalUsesTheTokenUp() {
        IssuedToken token = issue("token.buy");
        byToken.breakFor(id, new OutOfStock("tea", 2));
        assertThatThrownBy(() -> byToken.buy(token.token(), Order.of(id))).isInstanceOf(OutOfStock.class);
        byToken.repair(id);

        assertThatThrownBy(() -> byToken.buy(token.token(), Order.of(id))).isInstanceOf(OutOfStock.class);

        assertThat(effects.stateOf("token.buy", keyOf(token))).isEqualTo("REFUSED");
        assertUsedUp(token);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenarios 101, 113: an external effect that certainly did not happen happens once by the same token")
    void provenFailureRunsByTheSameToken() {
        IssuedToken token = issue("token.pay");
        byToken.breakFor(id, new IllegalArgumentException("cannot connect"));
        assertThatThrownBy(() -> pay(token)).hasMessage("cannot connect");
        assertThat(effects.stateOf("token.pay", keyOf(token))).isEqualTo("FAILED");
        assertUsedUp(token);
        byToken.repair(id);

        String first = pay(token);

        assertThat(pay(token)).isEqualTo(first);
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(tokens.revoke(token.token())).isFalse();
    }

    @Test
    @DisplayName(
            "the token of an external effect that did not happen can be revoked, and one that is not good runs nothing")
    void revokedTokenRunsNothing() {
        IssuedToken token = issue("token.pay");
        byToken.breakFor(id, new IllegalArgumentException("cannot connect"));
        assertThatThrownBy(() -> pay(token)).hasMessage("cannot connect");
        byToken.repair(id);
        assertThat(tokens.revoke(token.token())).isTrue();

        assertThatThrownBy(() -> pay(token)).isInstanceOf(InvalidTokenException.class);
        assertThatThrownBy(() -> byToken.pay("AAAAAAAAAAAAAAAAAAAAAA", Order.of(id)))
                .isInstanceOf(InvalidTokenException.class);

        assertThat(effects.stateOf(
                        "token.pay", Digest.ofTexts("AAAAAAAAAAAAAAAAAAAAAA").hex()))
                .isEqualTo("none");
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName(
            "scenarios 83, 113: an unknown outcome keeps its token used; a refused replay leaves it unknown, one that"
                    + " succeeds is the token's answer")
    void unknownOutcomeKeepsItsToken() {
        IssuedToken token = issue("token.pay");
        byToken.breakFor(id);
        assertThatThrownBy(() -> pay(token)).hasMessage("broken");
        assertThatThrownBy(() -> pay(token)).isInstanceOf(OutcomeUnknownException.class);
        assertUsedUp(token);
        byToken.breakFor(id, new OutOfStock("tea", 2));

        RequestLine refused = replayed(token);

        assertThat(refused.outcome()).contains(RequestOutcome.UNKNOWN);
        assertThat(refused.detail().orElseThrow()).contains("OutOfStock: only 2 of tea left");
        assertThat(effects.stateOf("token.pay", keyOf(token))).isEqualTo("OUTCOME_UNKNOWN");
        byToken.repair(id);
        assertThat(replayed(token).outcome()).contains(RequestOutcome.SUCCEEDED);
        assertThat(pay(token)).startsWith("paid");
        assertThat(byToken.seen()).contains(keyOf(token));
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(effects.tablesWith(token.token())).isEmpty();
    }

    @Test
    @DisplayName("scenario 83: the refusal of a replayed external effect that never happened is stored")
    void refusalOfAReplayIsStored() {
        IssuedToken token = issue("token.pay");
        byToken.breakFor(id, new IllegalArgumentException("cannot connect"));
        assertThatThrownBy(() -> pay(token)).hasMessage("cannot connect");
        assertThatThrownBy(() -> pay(token)).hasMessage("cannot connect");
        assertThatThrownBy(() -> pay(token)).isInstanceOf(PoisonOperationException.class);
        byToken.breakFor(id, new OutOfStock("tea", 2));

        assertThat(replayed(token).outcome()).contains(RequestOutcome.REFUSED);

        assertThat(detail("token.pay", keyOf(token)).line().state()).isEqualTo(KeyState.REFUSED);
        assertThatThrownBy(() -> pay(token)).isInstanceOf(OutOfStock.class);
        assertThat(effects.count(id)).isZero();
    }

    private String pay(IssuedToken token) {
        return byToken.pay(token.token(), Order.of(id));
    }

    private RequestLine replayed(IssuedToken token) {
        return done(actions.replay(EVE, decide(detail("token.pay", keyOf(token)))));
    }

    private void assertUsedUp(IssuedToken token) {
        assertThat(effects.column("idem_token", "used_at", token.id())).isNotEqualTo("null");
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

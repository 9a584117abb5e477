package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.InvalidTokenException;
import dev.idem.OnUnknownOutcome;
import dev.idem.OutcomeUnknownException;
import dev.idem.StoreUnavailableException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** External effects whose calls hand a one-time token in: it is used up with the record that says that they begin. */
class EffectAdmissionTest extends EffectFixture {

    private final OneToken token = new OneToken(database);

    @Test
    @DisplayName("scenario 101: the token is used up before the body runs, and a duplicate is not asked for it")
    void tokenIsUsedUpBeforeTheBodyRuns() throws Throwable {
        Body paying = running(() -> token.used ? "paid" : "too early");

        assertThat(ask(byToken(), paying)).isEqualTo("paid");
        assertThat(ask(byToken(), paying)).isEqualTo("paid");

        assertThat(token.asked).containsExactly(false);
        assertThat(token.late).hasValue(1);
        assertThat(ran).hasSize(1);
    }

    @Test
    void tokenThatIsNotGoodLetsNothingRun() {
        token.used = true;

        assertThatThrownBy(() -> ask(byToken(), running(() -> "paid"))).isInstanceOf(InvalidTokenException.class);

        assertThat(database.committed(KEY)).isEmpty();
        assertThat(ran).isEmpty();
        assertNothingHeld();
    }

    @Test
    @DisplayName("scenario 12: an external effect outlasts what holds the store up and is no call with its key")
    void effectOutlastsWhatIsNoCall() throws Throwable {
        database.hinder(3);

        assertThat(ask(byToken(), running(() -> "paid"))).isEqualTo("paid");

        assertThat(token.asked).containsExactly(false);
        assertThat(ran).hasSize(1);
    }

    @Test
    @DisplayName("scenario 41: a claim that is not committed leaves the token good, and runs nothing")
    void claimThatIsNotCommittedLeavesTheTokenGood() throws Throwable {
        database.failNextCommit(ModelDatabase.CommitFault.CONNECTION_LOST);
        assertThatThrownBy(() -> ask(byToken(), running(() -> "paid"))).isInstanceOf(StoreUnavailableException.class);
        assertThat(token.used).isFalse();
        assertThat(ran).isEmpty();

        assertThat(ask(byToken(), running(() -> "paid"))).isEqualTo("paid");
    }

    @Test
    @DisplayName("scenario 41: a claim whose commit happened, though its answer was lost, runs by the token it used up")
    void claimWithALostAnswerRuns() throws Throwable {
        database.failNextCommit(ModelDatabase.CommitFault.ANSWER_LOST_BUT_COMMITTED);

        assertThat(ask(byToken(), running(() -> "paid"))).isEqualTo("paid");

        assertThat(token.used).isTrue();
    }

    @Test
    @DisplayName("scenarios 101, 113: after a failure that proves that nothing happened the same token runs")
    void provenFailureLetsTheSameTokenRun() throws Throwable {
        assertThatThrownBy(() -> ask(byToken(), throwing(NOT_SENT))).isSameAs(NOT_SENT);
        assertThat(token.used).isTrue();

        assertThat(ask(byToken(), running(() -> "paid"))).isEqualTo("paid");

        assertThat(token.asked).containsExactly(false, true);
    }

    @Test
    @DisplayName("scenario 113: a token whose outcome is unknown stays used, and runs nothing")
    void unknownOutcomeKeepsTheTokenUsed() {
        Error dies = new AssertionError("read time-out");
        assertThatThrownBy(() -> ask(byToken(), throwing(dies))).isSameAs(dies);

        assertThatThrownBy(() -> ask(byToken(), running(() -> "paid"))).isInstanceOf(OutcomeUnknownException.class);

        assertThat(token.used).isTrue();
        assertThat(token.asked).containsExactly(false);
        assertThat(ran).hasSize(1);
    }

    @Test
    @DisplayName("scenario 55: a run that died leaves its token used, and its duplicate gets an unknown outcome")
    void deadRunKeepsTheTokenUsed() {
        token.used = true;
        store.decide(KEY, stored(RecordState.IN_PROGRESS));
        store.endLeases();

        assertThatThrownBy(() -> ask(byToken(), running(() -> "paid"))).isInstanceOf(OutcomeUnknownException.class);

        assertThat(token.asked).isEmpty();
        assertThat(ran).isEmpty();
    }

    @Test
    @DisplayName("scenario 113: where the far end is idempotent the used token runs again")
    void idempotentFarEndRunsByTheUsedToken() throws Throwable {
        token.used = true;
        store.decide(KEY, stored(RecordState.OUTCOME_UNKNOWN));

        assertThat(ask(charge(OnUnknownOutcome.RUN_AGAIN, false).admittedBy(token), running(() -> "paid")))
                .isEqualTo("paid");

        assertThat(token.asked).isEmpty();
    }

    @Test
    @DisplayName("a used token whose record has expired never runs again")
    void usedTokenDoesNotRunAgainAfterItsRecord() throws Throwable {
        ask(byToken(), running(() -> "paid"));
        database.expire(KEY);

        assertThatThrownBy(() -> ask(byToken(), running(() -> "paid"))).isInstanceOf(InvalidTokenException.class);

        assertThat(ran).hasSize(1);
    }

    @Test
    @DisplayName("scenario 83: a replay hands nothing in")
    void replayHandsNothingIn() throws Throwable {
        token.used = true;
        store.decide(KEY, stored(RecordState.OUTCOME_UNKNOWN));

        assertThat(ask(ordered(byToken()), running(() -> "paid"))).isEqualTo("paid");
    }

    private Call byToken() {
        return charge().admittedBy(token);
    }
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.PoisonOperationException;
import dev.idem.RequestOutcome;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import dev.idem.scenario.app.Order;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators decide about parked calls without running them. */
public abstract class DecisionScenarios extends ReplayFixture {

    @Test
    @DisplayName("scenario 120: a confirmed result is what duplicates get; a wrongly typed one is refused")
    void confirmedResultOfPoisonIsTheAnswer() {
        confirmedResultIsTheAnswer("POISON");
    }

    @Test
    @DisplayName("scenario 120: so is one of a call whose outcome is unknown")
    void confirmedResultOfAnUnknownOutcomeIsTheAnswer() {
        confirmedResultIsTheAnswer("OUTCOME_UNKNOWN");
    }

    private void confirmedResultIsTheAnswer(String state) {
        parkedOrder();
        effects.run("update idem_record set state = '" + state + "' where idem_key = ?", id);

        for (String wrong : new String[] {"{\"orderId\":1}", "5", "[\"x\"]", "no JSON"}) {
            assertThat(done(actions.confirmDone(EVE, decide("replay.buy"), wrong))
                            .outcome())
                    .as("%s", wrong)
                    .contains(RequestOutcome.REFUSED);
        }
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.valueOf(state));

        RequestLine confirmed = done(actions.confirmDone(EVE, decide("replay.buy"), "\"checked at the provider\""));

        assertThat(confirmed.outcome()).as("%s", confirmed.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(replayed.buy(Order.of(id))).isEqualTo("checked at the provider");
        assertThat(replayed.runs(id)).hasSize(1);
    }

    @Test
    @DisplayName("scenario 120: a method that returns nothing is confirmed with null only")
    void voidIsConfirmedWithNull() {
        park("replay.note", () -> replayed.note(id));

        assertThat(done(actions.confirmDone(EVE, decide("replay.note"), "1")).outcome())
                .contains(RequestOutcome.REFUSED);
        assertThat(done(actions.confirmDone(EVE, decide("replay.note"), "null")).outcome())
                .contains(RequestOutcome.SUCCEEDED);
        replayed.note(id);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    void dryRunHasNoEffect() {
        parkedOrder();

        RequestLine verdict = done(actions.dryRun(EVE, decide("replay.buy")));

        assertThat(verdict.outcome()).contains(RequestOutcome.SUCCEEDED);
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.POISON);
        assertThat(detail("replay.buy").line().version()).isEqualTo(1);
        assertThat(replayed.runs(id)).hasSize(1);
        done(actions.replay(EVE, decide("replay.buy")));
        assertThat(done(actions.dryRun(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.DEDUPLICATED);
    }

    @Test
    void dryRunChecksConstraints() {
        park("replay.checked", () -> replayed.checked(id, "text"));
        effects.run("update idem_record set arguments = '[\"x\",null]' where idem_key = ?", id);

        RequestLine verdict = done(actions.dryRun(EVE, decide("replay.checked")));

        assertThat(verdict.outcome()).contains(RequestOutcome.REFUSED);
        assertThat(verdict.detail().orElseThrow()).contains("text");
    }

    @Test
    void probeAsksTheApplication() {
        parkedOrder();
        assertThat(done(actions.probe(EVE, decide("replay.buy")))).satisfies(answer -> {
            assertThat(answer.outcome()).contains(RequestOutcome.NOT_HAPPENED);
            assertThat(answer.detail()).contains("there is no effect of anonymous");
        });
        done(actions.replay(EVE, decide("replay.buy")));
        assertThat(done(actions.probe(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.HAPPENED);

        park("replay.note", () -> replayed.note(id));
        assertThat(done(actions.probe(EVE, decide("replay.note"))).outcome()).contains(RequestOutcome.UNKNOWN);
    }

    @Test
    void dismissedCallDoesNotRunUntilRestored() {
        parkedOrder();
        assertThat(actions.dismiss(EVE, decide("replay.buy")).state()).isEqualTo(RequestState.DONE);
        assertThatThrownBy(() -> replayed.buy(Order.of(id)))
                .isInstanceOf(PoisonOperationException.class)
                .hasMessageContaining("dismissed");
        assertThatThrownBy(() -> actions.replay(EVE, decide("replay.buy"))).isInstanceOf(NotAllowedException.class);

        actions.restore(EVE, decide("replay.buy"));

        assertThat(done(actions.replay(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.SUCCEEDED);
    }

    @Test
    void releasedCallRunsWithItsNextDelivery() {
        parkedOrder();

        actions.release(EVE, decide("replay.buy"));

        assertThat(replayed.buy(Order.of(id))).isEqualTo("bought for 12.50");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void requestThatRunsIsNotTakenBack() {
        parkedOrder();
        replayed.slowDown(id);
        RequestLine running = actions.replay(EVE, decide("replay.buy"));
        gates.awaitReached(id);
        assertThatThrownBy(() -> actions.cancel(EVE, running.id(), "too slow")).isInstanceOf(NotAllowedException.class);
        gates.open(id);
        assertThat(done(running).outcome()).contains(RequestOutcome.SUCCEEDED);
    }
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestOutcome;
import dev.idem.UnreadableResultException;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RequestLine;
import dev.idem.scenario.app.Card;
import dev.idem.scenario.app.CardShop;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is stored of secrets, what operators see of them, and what becomes of results nobody can read. */
public abstract class PrivacyScenarios extends RefusalScenarios {

    private static final Card CARD = new Card("4111111111111111", "VISA");
    private static final String MASKED = "{\"number\":\"(masked)\",\"brand\":\"VISA\"}";

    @Inject
    CardShop cards;

    @Test
    @DisplayName("scenario 94: stored bytes hold no secret; callers get the whole result, operators a mask")
    void resultIsWholeForCallersAndMaskedForOperators() {
        assertThat(cards.pay(id, CARD)).isEqualTo(CARD);

        assertThat(cards.pay(id, CARD)).isEqualTo(CARD);
        assertThat(cards.charged(id)).hasSize(1);
        assertThat(effects.storedResultOf("card.pay", id))
                .startsWith("idem:1:k1:")
                .doesNotContain("4111");
        assertThat(detail("card.pay").result().orElseThrow())
                .contains("\"number\":\"(masked)\"", "\"brand\":\"VISA\"")
                .doesNotContain("4111");
    }

    @Test
    @DisplayName("scenario 94: a parked call is replayed with the values nobody saw")
    void maskedArgumentsAreReplayedWhole() {
        park("card.pay", () -> cards.pay(id, CARD));

        assertThat(effects.storedArgumentsOf("card.pay", id))
                .startsWith("idem:1:k1:")
                .doesNotContain("4111");
        assertThat(detail("card.pay").arguments().orElseThrow())
                .contains(id, "\"number\":\"(masked)\"", "\"brand\":\"VISA\"");
        RequestLine done = done(actions.replay(EVE, decide("card.pay")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(cards.charged(id)).containsExactly(CARD, CARD);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 94: where an editor left the mask, the original value runs")
    void maskIsPutBackInAnEdit() {
        park("card.pay", () -> cards.pay(id, CARD));
        String edited = "[\"" + id + "\"," + MASKED.replace("VISA", "MASTER") + "]";

        RequestLine done = done(actions.replayEdited(EVE, decide("card.pay"), edited));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        Card charged = new Card(CARD.number(), "MASTER");
        assertThat(cards.charged(id)).containsExactly(CARD, charged);
        assertThat(cards.pay(id, CARD)).isEqualTo(charged);
        assertThat(cards.pay(id, charged)).isEqualTo(charged);
    }

    @Test
    @DisplayName(
            "scenarios 85, 94: what an editor wrote unseen has to be written again, and never runs as the original")
    void editedValueIsNotTakenForTheOriginal() {
        park("card.pay", () -> cards.pay(id, CARD));
        replayed.breakFor(id);
        String other = "[\"" + id + "\",{\"number\":\"5500\",\"brand\":\"VISA\"}]";
        assertThat(done(actions.replayEdited(EVE, decide("card.pay"), other)).outcome())
                .contains(RequestOutcome.FAILED);
        replayed.repair(id);

        String shown = detail("card.pay").editedArguments().orElseThrow();
        RequestLine refused = done(actions.replayEdited(EVE, decide("card.pay"), shown));

        assertThat(shown).contains("(masked, edited)").doesNotContain("5500");
        assertThat(refused.outcome()).contains(RequestOutcome.REFUSED);
        assertThat(refused.detail().orElseThrow()).contains("write the value again");
        assertThat(cards.charged(id)).extracting(Card::number).containsExactly(CARD.number(), "5500");
    }

    @Test
    @DisplayName("scenario 94: what does not fit is refused without a word of what it was")
    void refusalQuotesNothing() {
        park("card.pay", () -> cards.pay(id, CARD));
        String wrong = "[\"" + id + "\",{\"number\":{\"first\":\"4222\"},\"brand\":\"VISA\"}]";

        RequestLine refused = done(actions.replayEdited(EVE, decide("card.pay"), wrong));

        assertThat(refused.outcome()).contains(RequestOutcome.REFUSED);
        assertThat(refused.detail().orElseThrow()).contains("parameter card").doesNotContain("4222");
    }

    @Test
    @DisplayName("scenario 33: a result whose key is gone is an error, shown as such, and the body does not run")
    void undecryptedResultIsAnError() {
        cards.pay(id, CARD);
        effects.run("update idem_record set result = 'idem:1:lost:AAAA' where idem_key = ?", id);

        assertThatThrownBy(() -> cards.pay(id, CARD))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("key lost is not configured");

        assertThat(cards.charged(id)).hasSize(1);
        assertThat(detail("card.pay").line().state()).isEqualTo(KeyState.COMPLETED);
        assertThat(detail("card.pay").unreadable())
                .containsExactly("the stored result cannot be read: key lost is not configured");
    }

    @Test
    @DisplayName("scenario 33: arguments whose key is gone are not replayed, and stay parked")
    void undecryptedArgumentsAreNotReplayed() {
        park("card.pay", () -> cards.pay(id, CARD));
        effects.run("update idem_record set arguments = 'idem:1:lost:AAAA' where idem_key = ?", id);

        RequestLine refused = done(actions.replay(EVE, decide("card.pay")));

        assertThat(refused.outcome()).contains(RequestOutcome.REFUSED);
        assertThat(refused.detail().orElseThrow()).contains("key lost is not configured");
        assertThat(detail("card.pay").line().state()).isEqualTo(KeyState.POISON);
        assertThat(cards.charged(id)).hasSize(1);
    }

    @Test
    @DisplayName("scenario 52: a result of an older type comes back as today's, one of a newer type is an error")
    void olderResultIsChangedAndNewerOneIsNot() {
        cards.pay(id, CARD);
        effects.run("update idem_record set result = '{\"pan\":\"4000\",\"brand\":\"VISA\"}' where idem_key = ?", id);

        assertThat(cards.pay(id, CARD)).isEqualTo(new Card("4000", "VISA"));

        effects.run("update idem_record set result = 'v3:{\"pan\":\"4000\"}' where idem_key = ?", id);
        assertThatThrownBy(() -> cards.pay(id, CARD)).isInstanceOf(UnreadableResultException.class);
        assertThat(cards.charged(id)).hasSize(1);
    }
}

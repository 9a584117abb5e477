package dev.idem.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.idem.fire.Violation.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {

    private static final Identity CALL = new Identity("pay", "anna", "k-1");
    private static final Identity OTHER_SCOPE = new Identity("pay", "bert", "k-1");

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<Identity, Integer> allowances = new HashMap<>();
    private final Map<Identity, String> states = new HashMap<>();
    private History.Operators operators = History.Operators.NONE;
    private History.Aftermath aftermath = History.Aftermath.NONE;

    @Test
    void oneEffectAndOneAnswerIsWell() {
        effects.add(new Effect(CALL, "receipt 1"));
        told(new Told.Nothing());
        told(new Told.Later("in progress"));
        told(new Told.Success("receipt 1"));
        told(new Told.Success("receipt 1"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void secondEffectIsSeenUnlessItWasAllowed() {
        effects.add(new Effect(CALL, "receipt 1"));
        effects.add(new Effect(CALL, "receipt 2"));
        assertThat(broken()).containsExactly(Rule.NOTHING_DOUBLED);

        allowances.put(CALL, 2);
        assertThat(broken()).isEmpty();
    }

    @Test
    void successWithoutEffectIsSeen() {
        told(new Told.Success("receipt 1"));

        assertThat(broken()).containsExactly(Rule.NOTHING_LOST);
    }

    @Test
    void answerThatNamesNoEffectIsSeen() {
        effects.add(new Effect(CALL, "receipt 1"));
        told(new Told.Success("receipt 2"));

        assertThat(broken()).containsExactly(Rule.NOTHING_LOST);
    }

    @Test
    void differentAnswersAreSeen() {
        effects.add(new Effect(CALL, "receipt 1"));
        effects.add(new Effect(CALL, "receipt 2"));
        allowances.put(CALL, 2);
        told(new Told.Success("receipt 1"));
        told(new Told.Success("receipt 2"));

        assertThat(broken()).containsExactly(Rule.ONE_ANSWER);
    }

    @Test
    void answerOfAnotherScopeIsSeen() {
        effects.add(new Effect(OTHER_SCOPE, "receipt 1"));
        told(new Told.Success("receipt 1"));

        assertThat(broken()).containsExactly(Rule.OWN_ANSWER);
    }

    @Test
    void effectOfWhatWasRefusedIsSeenIfTheRefusalWasKept() {
        effects.add(new Effect(CALL, "receipt 1"));
        told(new Told.Refused(false));
        assertThat(broken()).isEmpty();

        told(new Told.Refused(true));
        assertThat(broken()).containsExactly(Rule.REFUSED_STAYS_REFUSED);
    }

    @Test
    void poisonThatIsNotListedIsSeen() {
        told(new Told.Parked());
        assertThat(broken()).containsExactly(Rule.POISON_IS_LISTED);

        operators = new History.Operators(Set.of(CALL), Set.of());
        assertThat(broken()).isEmpty();
    }

    @Test
    void replayWithoutEffectIsSeen() {
        operators = new History.Operators(Set.of(CALL), Set.of(CALL));
        assertThat(broken()).containsExactly(Rule.REPLAY_HAS_ITS_EFFECT);

        effects.add(new Effect(CALL, "receipt 1"));
        assertThat(broken()).isEmpty();
    }

    @Test
    void recordInProgressInTheEndIsSeen() {
        states.put(CALL, "IN_PROGRESS");

        assertThat(broken()).containsExactly(Rule.NOTHING_STUCK);
    }

    @Test
    void callWithoutAnswerWhenAllIsCalmIsSeen() {
        exchanges.add(new Exchange("last", CALL, new Told.Later("in progress"), true));

        assertThat(broken()).containsExactly(Rule.NOTHING_STUCK);
    }

    @Test
    void messageThatNeverArrivedIsSeen() {
        aftermath = new History.Aftermath(Set.of(CALL), Set.of(), List.of());
        assertThat(broken()).containsExactly(Rule.MESSAGES_ARRIVE);

        effects.add(new Effect(CALL, "receipt 1"));
        assertThat(broken()).isEmpty();
    }

    @Test
    void callThatIsParkedForNothingIsSeen() {
        effects.add(new Effect(CALL, "receipt 1"));
        aftermath = new History.Aftermath(Set.of(), Set.of(CALL), List.of());
        assertThat(broken()).isEmpty();

        operators = new History.Operators(Set.of(CALL), Set.of(CALL));
        assertThat(broken()).containsExactly(Rule.POISON_HAS_A_REASON);
    }

    @Test
    void whatIsHeldInTheEndIsSeen() {
        aftermath = new History.Aftermath(Set.of(), Set.of(), List.of("node 1: a session idle in transaction"));

        assertThat(broken()).containsExactly(Rule.NOTHING_LEAKED);
    }

    @Test
    void hundredThousandCallsAreJudgedInNoTime() {
        for (int i = 0; i < 100_000; i++) {
            Identity call = new Identity("pay", "anna", "k-" + i);
            effects.add(new Effect(call, "receipt " + i));
            exchanges.add(new Exchange("client", call, new Told.Success("receipt " + i), false));
        }
        effects.add(new Effect(CALL, "receipt 1 again"));

        assertThat(assertTimeout(Duration.ofSeconds(20), this::broken)).containsExactly(Rule.NOTHING_DOUBLED);
    }

    private void told(Told told) {
        exchanges.add(new Exchange("client", CALL, told, false));
    }

    private List<Rule> broken() {
        return HistoryChecker.check(new History(exchanges, effects, operators, states, allowances, aftermath)).stream()
                .map(Violation::rule)
                .toList();
    }
}

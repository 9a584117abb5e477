package dev.idem.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OnUnknownOutcome;
import dev.idem.fire.Violation.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The explorer and the checker find what they are for: each engine here has one mistake, and is the real one otherwise. */
@ExtendWith(SilentEngine.class)
class BrokenEnginesTest {

    @Test
    void recordInATransactionOfItsOwnIsFound() {
        assertThat(brokenBy(Settings.oneEffect().wired(Wiring.RECORDS_APART))).containsExactly(Rule.NOTHING_LOST);
    }

    @Test
    void missingFencingIsFound() {
        assertThat(brokenBy(Settings.externalDecisions().wired(Wiring.NO_FENCING)))
                .containsExactly(Rule.ONE_ANSWER);
    }

    @Test
    void secondRunOfAnUnknownOutcomeIsFound() {
        Setting notIdempotent = Settings.externalEffect(OnUnknownOutcome.RUN_AGAIN);

        assertThat(brokenBy(notIdempotent)).containsExactly(Rule.NOTHING_DOUBLED);
    }

    @Test
    void swallowedLockTimeOutIsFound() {
        assertThat(brokenBy(Settings.joined().wired(Wiring.SWALLOWED_TIME_OUTS)))
                .containsExactly(Rule.NOTHING_LOST);
    }

    @Test
    void answerFromAnotherScopeIsFound() {
        assertThat(brokenBy(Settings.scopes(Calls::withoutScope))).containsExactly(Rule.OWN_ANSWER);
    }

    private static List<Rule> brokenBy(Setting setting) {
        Explorer.Found found = Explorer.explore(setting);

        assertThat(found.broken()).as("an order that breaks a promise").isPresent();
        Explorer.Broken broken = found.broken().orElseThrow();
        System.out.println(found + "\n  " + broken);
        return broken.rules();
    }
}

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.scenario.app.WatchedShop;
import dev.idem.scenario.app.Witness;
import dev.idem.scenario.app.Witness.Told;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What observers of events and readers of logs see of calls: the guarantees in the Javadoc of each event. */
public abstract class WatchScenarios extends AnswerScenarios {

    @Inject
    WatchedShop watched;

    @Inject
    Witness witness;

    private final String thread = Thread.currentThread().getName();

    @BeforeEach
    void forget() {
        witness.told();
    }

    @Test
    void ownCallIsToldInItsThreadAfterItsTransaction() {
        watched.buy(id);
        assertThat(witness.told()).containsExactly(new Told("buy completed", thread, false));

        watched.buy(id);
        assertThat(witness.told()).containsExactly(new Told("buy answered", thread, false));
    }

    @Test
    void joinedCallIsToldOnceItsTransactionCommitted() {
        assertThat(watched.together(id))
                .as("before the commit: only the answer, in the transaction")
                .containsExactly(new Told("buy answered", thread, true));

        assertThat(witness.told()).containsExactly(new Told("buy completed", thread, false));
    }

    @Test
    void callWhoseTransactionRolledBackIsNotToldAsCompleted() {
        assertThatThrownBy(() -> watched.inVain(id)).hasMessage("the outer call fails");

        assertThat(eventually(1)).extracting(Told::what).containsExactly("buy failed");
    }

    @Test
    void failedAttemptIsToldBeforeTheCallThatItParked() {
        assertThatThrownBy(() -> watched.fail(id)).hasMessage("watched failure");
        assertThat(witness.told()).containsExactly(new Told("fail failed", thread, false));

        assertThatThrownBy(() -> watched.fail(id)).hasMessage("watched failure");
        assertThat(witness.told())
                .containsExactly(new Told("fail failed", thread, false), new Told("fail parked", thread, false));
    }

    @Test
    void failedAttemptOfAJoinedCallIsToldInAnotherThread() {
        assertThatThrownBy(() -> watched.joinedFailure(id)).hasMessage("watched failure");

        assertThat(eventually(1)).singleElement().satisfies(told -> {
            assertThat(told.what()).isEqualTo("fail failed");
            assertThat(told.thread()).isNotEqualTo(thread);
            assertThat(told.inTransaction()).isFalse();
        });
    }

    @Test
    void observerThatFailsDoesNotAffectTheCall() {
        watched.badly(id);
        watched.badly(id);

        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(witness.told()).extracting(Told::what).containsExactly("badly completed", "badly answered");
    }

    @Test
    void logLinesOfABodyNameItsCallAndNoneAfterwards() {
        List<Map<String, String>> contexts = watched.outer(id);

        Map<String, String> outer =
                Map.of("idem.operation", "watched.outer", "idem.key", "key-…(40)", "idem.attempt", "2");
        assertThat(contexts)
                .containsExactly(
                        outer,
                        Map.of("idem.operation", "watched.inner", "idem.key", "key-…(40)", "idem.attempt", "1"),
                        outer);
        assertThat(WatchedShop.context()).doesNotContainKeys("idem.operation", "idem.key", "idem.attempt");
    }

    private List<Told> eventually(int events) {
        List<Told> told = new ArrayList<>();
        Awaitility.await().until(() -> {
            told.addAll(witness.told());
            return told.size() >= events;
        });
        return told;
    }
}

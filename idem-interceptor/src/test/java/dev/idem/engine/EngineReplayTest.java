package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.PoisonOperationException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineReplayTest extends EngineFixture {

    @BeforeEach
    void park() {
        database.put(KEY, stored(RecordState.POISON));
    }

    @ParameterizedTest
    @EnumSource(names = {"POISON", "OUTCOME_UNKNOWN"})
    @DisplayName("scenario 83: the ordered run completes a parked record")
    void orderedRunCompletes(RecordState parked) throws Exception {
        database.put(KEY, stored(parked));

        assertThat(engine.call(replay(1, false), effect("done"))).isEqualTo("done");

        assertThat(state()).isEqualTo(RecordState.COMPLETED);
        assertThat(database.effects()).containsExactly("effect");
        assertThat(engine.call(call(), effect("again"))).isEqualTo("done");
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 89: a failed replay leaves the record parked and keeps one more attempt")
    void failedReplayStaysParked() {
        assertThatThrownBy(() -> engine.call(replay(1, false), failing(new IllegalStateException("still broken"))))
                .hasMessage("still broken");

        assertThat(state()).isEqualTo(RecordState.POISON);
        assertThat(database.effects()).isEmpty();
        assertThat(database.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.cause().message()).isEqualTo("still broken"));
        assertThatThrownBy(() -> engine.call(call(), effect("redelivered")))
                .isInstanceOf(PoisonOperationException.class);
    }

    @Test
    @DisplayName("scenario 84: an order for another version runs nothing")
    void staleOrderRunsNothing() {
        assertThatThrownBy(() -> engine.call(replay(2, false), effect("stale")))
                .isInstanceOf(PoisonOperationException.class);

        assertThat(database.effects()).isEmpty();
    }

    @Test
    @DisplayName("scenario 83: a second replay gets the stored result")
    void secondReplayGetsStoredResult() throws Exception {
        engine.call(replay(1, false), effect("done"));

        assertThat(engine.call(replay(1, false), effect("again"))).isEqualTo("done");

        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 118: the original and the edited call are both duplicates, others are not")
    void bothFingerprintsBind() throws Exception {
        engine.call(replay(1, true), effect("done"));

        assertThat(engine.call(call(), effect("original"))).isEqualTo("done");
        assertThat(engine.call(withOtherArguments(), effect("edited"))).isEqualTo("done");
        assertThatThrownBy(() -> engine.call(call(operation(PATIENT), Digest.ofTexts("third")), effect("third")))
                .isInstanceOf(KeyReusedException.class);
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 97: a replay joins the container's transaction")
    void joinedReplayCompletes() throws Exception {
        database.begin();
        assertThat(engine.call(replay(1, false), effect("done"))).isEqualTo("done");
        database.commit();

        assertThat(state()).isEqualTo(RecordState.COMPLETED);
    }

    @Test
    @DisplayName("scenario 97: a joined replay that rolls back stays parked")
    void joinedReplayThatRollsBackStaysParked() throws Exception {
        database.begin();
        engine.call(replay(1, false), effect("done"));
        database.rollback();
        database.runLater();

        assertThat(state()).isEqualTo(RecordState.POISON);
        assertThat(database.attempts()).hasSize(1);
    }

    private RecordState state() {
        return database.committed(KEY).orElseThrow().state();
    }

    private static Call replay(int epoch, boolean edited) {
        return new Call(
                operation(PATIENT),
                KEY,
                Optional.of(edited ? OTHER_ARGUMENTS : ARGUMENTS),
                Optional.empty(),
                new TextResults(),
                FROM_BROKER,
                Optional.of(new ReplayOrder(7, KEY, epoch, edited)));
    }
}

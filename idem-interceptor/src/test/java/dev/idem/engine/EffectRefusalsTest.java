package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.OnUnknownOutcome;
import dev.idem.OperationInProgressException;
import dev.idem.OutcomeUnknownException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** External effects whose bodies say no, for good. */
class EffectRefusalsTest extends EffectFixture {

    @Test
    @DisplayName("scenarios 35, 37, 113: a refusal is stored, is no failed attempt, and comes again")
    void refusalIsStoredAndComesAgain() {
        assertThatThrownBy(() -> ask(charge(), refusing())).isSameAs(NO);
        assertThat(state()).isEqualTo(RecordState.REFUSED);

        assertThatThrownBy(() -> ask(charge(), refusing())).isNotSameAs(NO).hasMessage("declined");
        assertThat(ran).hasSize(1);
        assertThat(database.attempts()).isEmpty();
        assertThat(listener.told).containsExactly("refused", "answered");
        assertNothingHeld();
    }

    @Test
    @DisplayName("scenario 37: a refusal binds the arguments, and expires")
    void refusalBindsArgumentsAndExpires() throws Throwable {
        assertThatThrownBy(() -> ask(charge(), refusing())).isSameAs(NO);
        Call other = call(charge().operation(), OTHER_ARGUMENTS);

        assertThatThrownBy(() -> ask(other, refusing())).isInstanceOf(KeyReusedException.class);
        database.expire(KEY);

        assertThat(ask(other, running(() -> "paid"))).isEqualTo("paid");
    }

    @Test
    @DisplayName(
            "scenarios 35, 54: a stage that is refused stores the refusal when it is complete, and duplicates get one"
                    + " that has failed")
    void stageIsRefusedWhenItIsComplete() throws Throwable {
        CompletableFuture<Object> charging = new CompletableFuture<>();
        CompletableFuture<?> first = stage(chargeLater(), running(() -> charging));
        assertThat(state()).isEqualTo(RecordState.IN_PROGRESS);

        charging.completeExceptionally(new CompletionException(NO));

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThatThrownBy(first::get).cause().isSameAs(NO);
        CompletableFuture<?> second = stage(chargeLater(), refusing());
        assertThatThrownBy(second::get)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("declined");
        assertThat(failureOf(second)).as("as handlers see it").hasSameClassAs(failureOf(first));
        assertThat(listener.told).containsExactly("refused", "refused later", "answered", "refused later");
        assertNothingHeld();
    }

    @Test
    @DisplayName("scenario 124: a transient failure is no refusal, whatever its type")
    void transientFailureIsNoRefusal() {
        IllegalArgumentException deadlock =
                new IllegalArgumentException("deadlock", new SQLException("deadlock", "40001"));

        assertThatThrownBy(() -> ask(charge(), throwing(deadlock))).isSameAs(deadlock);

        assertThat(state()).isEqualTo(RecordState.OUTCOME_UNKNOWN);
    }

    @Test
    void refusalThatCannotBeCarriedIsAnyFailure() {
        IllegalArgumentException no = new IllegalArgumentException("cannot be carried");

        assertThatThrownBy(() -> ask(charge(), () -> {
                    throw no;
                }))
                .isSameAs(no);

        assertThat(no).hasSuppressedException(new IllegalStateException("there is no constructor"));
        assertThat(state()).isEqualTo(RecordState.OUTCOME_UNKNOWN);
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 38: a refusal that cannot be stored is thrown all the same, and its outcome is unknown")
    void refusalThatCannotBeStoredIsUnknown() {
        IllegalArgumentException no = new IllegalArgumentException("declined");
        StoreFailure tooLong = new StoreFailure("too long", new SQLException("too long", "22001"));
        store.refuseRefusals(tooLong);

        assertThatThrownBy(() -> ask(charge(), () -> {
                    throw no;
                }))
                .isSameAs(no);

        assertThat(no.getSuppressed()).containsExactly(tooLong);
        assertThatThrownBy(() -> ask(charge(), refusing())).isInstanceOf(OutcomeUnknownException.class);
        assertNothingHeld();
    }

    @Test
    @DisplayName("scenario 41: the lost answer of a commit that stored a refusal changes nothing")
    void lostAnswerChangesNothing() {
        assertThatThrownBy(() -> ask(charge(), () -> {
                    database.failNextCommit(ModelDatabase.CommitFault.ANSWER_LOST_BUT_COMMITTED);
                    throw NO;
                }))
                .isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThat(listener.told).containsExactly("refused");
    }

    @Test
    @DisplayName("scenario 114: a late refusal counts while nobody decided")
    void lateRefusalCounts() {
        store.endLeases();

        assertThatThrownBy(() -> ask(charge(), () -> {
                    assertThatThrownBy(() -> duplicateElsewhere().run()).isInstanceOf(OutcomeUnknownException.class);
                    throw NO;
                }))
                .isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
    }

    @Test
    @DisplayName("scenarios 78, 114: a late refusal does not overwrite what was confirmed, which is then the answer")
    void lateRefusalDoesNotOverwrite() throws Throwable {
        assertThat(ask(charge(), decidedMeanwhile(stored(RecordState.COMPLETED, "confirmed"))))
                .isEqualTo("confirmed");

        assertThat(state()).isEqualTo(RecordState.COMPLETED);
        assertThat(listener.told).containsExactly("answered");
        assertNothingHeld();
    }

    @Test
    @DisplayName(
            "scenario 114: a late refusal of a stage gives what was confirmed, or the refusal that was stored before")
    void lateRefusalOfAStageGivesTheAnswer() throws Throwable {
        CompletableFuture<Object> charging = new CompletableFuture<>();
        CompletableFuture<?> late = stage(chargeLater(), () -> charging);
        store.decide(KEY, stored(RecordState.REFUSED, "no: sold out"));

        charging.completeExceptionally(NO);

        assertThatThrownBy(late::get)
                .cause()
                .isNotInstanceOf(RefusedException.class)
                .hasMessage("sold out");
    }

    @Test
    @DisplayName("scenario 114: a late refusal while another run is under way is in progress: that one may succeed")
    void lateRefusalBesideAnotherRun() {
        assertThatThrownBy(() -> ask(charge(), decidedMeanwhile(stored(RecordState.IN_PROGRESS))))
                .isInstanceOf(OperationInProgressException.class)
                .hasSuppressedException(NO);

        assertThat(state()).isEqualTo(RecordState.IN_PROGRESS);
    }

    @Test
    @DisplayName("scenario 114: a late refusal of a released key is thrown, and not stored")
    void lateRefusalOfAReleasedKey() {
        assertThatThrownBy(() -> ask(charge(), decidedMeanwhile(stored(RecordState.FAILED))))
                .isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.FAILED);
        assertThat(listener.told).isEmpty();
    }

    @Test
    @DisplayName("scenarios 83, 113: the refusal of a replay does not tell what became of an earlier run")
    void refusedReplayLeavesTheOutcomeUnknown() {
        store.decide(KEY, stored(RecordState.OUTCOME_UNKNOWN));

        assertThatThrownBy(() -> ask(ordered(charge()), refusing())).isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.OUTCOME_UNKNOWN);
        assertThat(database.attempts())
                .singleElement()
                .matches(attempt -> attempt.cause().message().equals("declined"));
        assertThat(listener.told).doesNotContain("refused");
    }

    @Test
    @DisplayName("scenario 83: the refusal of a replay of poison is stored")
    void refusedReplayOfPoisonIsStored() {
        store.decide(KEY, stored(RecordState.POISON));

        assertThatThrownBy(() -> ask(ordered(charge()), refusing())).isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThat(store.epoch(KEY)).isEqualTo(3);
    }

    @Test
    @DisplayName("scenario 113: where the far end is idempotent its refusal speaks for the earlier run too")
    void refusalOfAnIdempotentFarEndIsStored() {
        Call again = charge(OnUnknownOutcome.RUN_AGAIN, false);
        store.decide(KEY, stored(RecordState.OUTCOME_UNKNOWN));

        assertThatThrownBy(() -> ask(again, refusing())).isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
    }

    private CompletableFuture<?> stage(Call call, Body body) throws Throwable {
        return (CompletableFuture<?>) Objects.requireNonNull(ask(call, body));
    }

    private static Throwable failureOf(CompletableFuture<?> complete) {
        return Objects.requireNonNull(
                complete.<Throwable>handle((value, failure) -> failure).join());
    }

    /** A body that refuses after somebody else has had his hands on its record. */
    private Body decidedMeanwhile(StoredRecord decided) {
        return () -> {
            store.decide(KEY, decided);
            throw NO;
        };
    }

    /** A duplicate in a thread of its own, which finds that the lease is over. */
    private Body duplicateElsewhere() {
        return () -> {
            try {
                return CompletableFuture.supplyAsync(() -> {
                            try {
                                return String.valueOf(ask(charge(), refusing()));
                            } catch (Throwable failure) {
                                throw new CompletionException(failure);
                            }
                        })
                        .join();
            } catch (CompletionException failure) {
                throw (Exception) failure.getCause();
            }
        };
    }
}

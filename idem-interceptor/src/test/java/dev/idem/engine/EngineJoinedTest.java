package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.OperationInProgressException;
import dev.idem.StoreUnavailableException;
import dev.idem.TransactionRolledBackException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineJoinedTest extends EngineFixture {

    @Test
    void joins_the_running_transaction_and_leaves_its_end_to_it() throws Exception {
        database.begin();
        assertThat(engine.call(call(), effect("receipt"))).isEqualTo("receipt");
        assertThat(database.committed(KEY)).isEmpty();
        assertThat(listener.told).isEmpty();

        database.commit();

        assertThat(database.effects()).hasSize(1);
        assertThat(listener.told).containsExactly("completed");
    }

    @Test
    @DisplayName("scenario 109: a swallowed exception commits neither effect nor record")
    void swallowedExceptionCommitsNothing() {
        database.begin();
        assertThatThrownBy(() -> engine.call(call(), failing(new IllegalStateException("swallowed"))))
                .isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(database::commit).isInstanceOf(Transactions.CommitFailure.class);

        database.runLater();
        assertThat(database.effects()).isEmpty();
        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 105: a joined transaction that does not commit is a failed attempt, kept afterwards")
    void rolledBackAfterTheBodyIsFailedAttempt() throws Exception {
        database.begin();
        engine.call(call(), effect("receipt"));
        database.rollback();

        assertThat(database.attempts()).as("not in the completing thread").isEmpty();
        database.runLater();

        assertThat(database.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.cause().message()).contains("was rolled back"));
    }

    @Test
    void whatABodyReturnedAndTheTransactionDidNotCommitIsToldOnce() throws Exception {
        database.begin();
        engine.call(call(), effect("receipt"));
        database.rollback();
        assertThat(listener.told).containsExactly("rolled back");

        database.begin();
        engine.call(call(), effect("HTTP 500"));
        database.rollback();
        assertThat(listener.told).containsExactly("rolled back", "rolled back");

        database.begin();
        assertThatThrownBy(() -> engine.call(call(), failing(new IllegalStateException("thrown"))))
                .isInstanceOf(IllegalStateException.class);
        database.rollback();
        assertThat(listener.told).containsExactly("rolled back", "rolled back");
    }

    @Test
    @DisplayName("scenario 108: in a transaction marked rollback-only nothing is claimed, answered or counted")
    void markedTransactionIsRefused() throws Exception {
        engine.call(call(), effect("receipt"));
        database.begin();
        database.markRollbackOnly();

        assertThatThrownBy(() -> engine.call(call(), effect("x")))
                .isInstanceOf(TransactionRolledBackException.class)
                .hasMessageContaining("already marked");

        database.rollback();
        database.runLater();
        assertThat(database.attempts()).isEmpty();
        assertThat(listener.told).containsExactly("completed");
    }

    @Test
    @DisplayName("scenario 107: re-entry with the same key is refused, the outer call is unharmed")
    void reentryIsRefused() throws Exception {
        Object answer = engine.call(call(), () -> {
            database.addEffect("effect");
            assertThatThrownBy(() -> engine.call(call(), effect("inner")))
                    .isInstanceOf(OperationInProgressException.class)
                    .hasMessageContaining("its own body");
            return "receipt";
        });

        assertThat(answer).isEqualTo("receipt");
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    void second_call_in_one_transaction_is_a_duplicate_of_the_first() throws Exception {
        database.begin();
        engine.call(call(), effect("receipt"));

        assertThat(engine.call(call(), effect("x"))).isEqualTo("receipt");

        database.commit();
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    void busy_key_marks_the_joined_transaction_rollback_only() throws Exception {
        Thread owner = new Thread(() -> {
            database.begin();
            database.claim(call().claimant(java.util.UUID.randomUUID()), RecordStore.NO_WAIT);
        });
        owner.start();
        owner.join();
        database.begin();

        assertThatThrownBy(() -> engine.call(failFast(), effect("x"))).isInstanceOf(OperationInProgressException.class);

        assertThat(database.rollbackOnly()).isTrue();
        database.rollback();
    }

    @Test
    void store_failure_marks_the_joined_transaction_rollback_only() {
        database.begin();
        database.failEveryStatement(new StoreFailure("gone"));

        assertThatThrownBy(() -> engine.call(call(), effect("x"))).isInstanceOf(StoreUnavailableException.class);

        assertThat(database.rollbackOnly()).isTrue();
        database.rollback();
    }

    @Test
    void answer_from_the_record_leaves_the_joined_transaction_usable() throws Exception {
        engine.call(call(), effect("receipt"));
        database.begin();

        assertThatThrownBy(() -> engine.call(withOtherArguments(), effect("x"))).isInstanceOf(KeyReusedException.class);

        assertThat(database.rollbackOnly()).isFalse();
        database.rollback();
    }
}

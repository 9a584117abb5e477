package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept when a key comes again with other arguments, and what it depends on. */
class EngineConflictsTest extends EngineFixture {

    @BeforeEach
    void keyIsUsed() throws Exception {
        engine.call(call(), effect("receipt"));
    }

    private static Call acknowledged() {
        return call(operation(FAIL_FAST, true), OTHER_ARGUMENTS);
    }

    @Test
    void conflictOfACallOfItsOwnIsKeptBeforeItsRefusal() {
        assertThatThrownBy(() -> engine.call(withOtherArguments(), effect("x"))).isInstanceOf(KeyReusedException.class);

        assertThat(database.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.key()).isEqualTo(KEY);
            assertThat(conflict.recorded()).isEqualTo(ARGUMENTS);
            assertThat(conflict.fingerprint()).isEqualTo(OTHER_ARGUMENTS);
            assertThat(conflict.arguments()).contains("[\"order-1\", 5]");
            assertThat(conflict.source()).isEqualTo(Origin.Source.MESSAGE);
            assertThat(conflict.deliveryId()).contains("ID:1");
            assertThat(conflict.caller()).isEmpty();
            assertThat(conflict.traceId()).contains("0af7651916cd43dd8448eb211c80319c");
        });
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    void callerIsRefusedAlsoWhereTheConflictCannotBeKept() {
        database.refuseConflicts();

        assertThatThrownBy(() -> engine.call(withOtherArguments(), effect("x")))
                .isInstanceOf(KeyReusedException.class)
                .hasSuppressedException(new StoreFailure("no conflicts here"));

        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 90: what cannot be kept is not acknowledged: the store is unavailable")
    void conflictThatCannotBeKeptIsNotFinal() {
        database.refuseConflicts();

        assertThatThrownBy(() -> engine.call(acknowledged(), effect("x")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("not acknowledged")
                .hasMessageNotContaining("order-1");
    }

    @Test
    @DisplayName("scenario 90: nor is it in a joined transaction, which then only rolls back")
    void conflictThatCannotBeKeptRollsBack() {
        database.refuseConflicts();
        database.begin();

        assertThatThrownBy(() -> engine.call(acknowledged(), effect("x")))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(database.rollbackOnly()).isTrue();
        database.rollback();
    }

    @Test
    void acknowledgedConflictCommitsWithTheJoinedTransaction() throws Exception {
        database.begin();
        assertThatThrownBy(() -> engine.call(acknowledged(), effect("x"))).isInstanceOf(KeyReusedException.class);
        assertThat(database.rollbackOnly()).isFalse();
        assertThat(database.conflicts()).isEmpty();

        database.commit();

        assertThat(database.conflicts()).hasSize(1);
        database.runLater();
        assertThat(database.conflicts()).as("not kept twice").hasSize(1);
    }

    @Test
    void refusedConflictIsKeptAfterTheJoinedTransactionWhateverItsEnd() {
        database.begin();
        assertThatThrownBy(() -> engine.call(withOtherArguments(), effect("x"))).isInstanceOf(KeyReusedException.class);
        assertThat(database.rollbackOnly()).isFalse();
        database.rollback();
        assertThat(database.conflicts()).as("not in the completing thread").isEmpty();

        database.runLater();

        assertThat(database.conflicts()).hasSize(1);
    }
}

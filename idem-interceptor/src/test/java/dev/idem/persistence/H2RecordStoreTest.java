package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Claimant;
import dev.idem.engine.StoreFailure;
import dev.idem.testing.H2Database;
import dev.idem.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class H2RecordStoreTest extends RecordStoreContract {

    @Override
    TestDatabase newDatabase() {
        return H2Database.newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    @Override
    String lockTimeout() {
        return "call lock_timeout()";
    }

    @Override
    String clock() {
        return "current_timestamp";
    }

    @Override
    String hexLiteral(String hex) {
        return "X'" + hex + "'";
    }

    @Test
    @DisplayName("scenario 28: a claim that a deadlock took away is not confirmed")
    void lostClaimIsNotConfirmed() {
        Claimant call = claimant(newKey());

        assertThatThrownBy(() -> unit().commit(store -> {
                    store.confirm(call.key().hash(), call.attempt());
                    return call;
                }))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("behind the body");
    }
}

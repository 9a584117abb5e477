package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Claimant;
import dev.idem.engine.StoreFailure;
import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MariaDbRecordStoreTest extends RecordStoreContract {

    @Override
    TestDatabase newDatabase() {
        return MariaDbDatabase.shared().newDatabase();
    }

    @Override
    String timeZone() {
        return "set time_zone = '+13:00'";
    }

    @Override
    String lockTimeout() {
        return "select @@innodb_lock_wait_timeout";
    }

    @Override
    String clock() {
        return "utc_timestamp(6)";
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

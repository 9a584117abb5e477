package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Claimant;
import dev.idem.engine.StoreFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of a database whose transactions go on after a deadlock took their writes away: claims are confirmed. */
abstract class ConfirmedClaimContract extends RecordStoreContract {

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

package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.OperationInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.scenario.app.EffectShop;
import dev.idem.scenario.app.OutOfStock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Effects outside the database: one each, or an outcome that is said to be unknown. */
public abstract class EffectScenarios extends OutboxScenarios {

    private static final int PATIENCE = 30;

    @Inject
    EffectShop external;

    @Test
    @DisplayName("scenario 44: an external effect happens once, and a duplicate gets its result")
    void externalEffectHappensOnce() {
        assertThat(external.pay(id, 5)).isEqualTo("paid 5 by attempt 1");
        assertThat(external.pay(id, 5)).isEqualTo("paid 5 by attempt 1");

        assertThatThrownBy(() -> external.pay(id, 6)).isInstanceOf(KeyReusedException.class);
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(effects.stateOf("effect.pay", id)).isEqualTo("COMPLETED");
    }

    @Test
    void externalEffectInsideATransactionIsRefused() {
        assertThatThrownBy(() -> external.insideTransaction(id)).hasMessageContaining("IDEM-0214");

        assertThat(effects.count(id)).isZero();
        assertThat(effects.stateOf("effect.pay", id)).isEqualTo("none");
    }

    @Test
    @DisplayName("scenario 113: after a read time-out the outcome is unknown, and there is no second run")
    void lostAnswerIsUnknown() {
        external.breakFor(id);

        assertThatThrownBy(() -> external.timeout(id)).hasMessage("read time-out");
        external.repair(id);

        assertThatThrownBy(() -> external.timeout(id)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(effects.stateOf("effect.timeout", id)).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(effects.argumentsOf("effect.timeout", id)).contains(id);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 113: what proves that nothing happened makes the key free, and a retry runs")
    void provenFailureRunsAgain() {
        external.breakFor(id);

        assertThatThrownBy(() -> external.pay(id, 5)).hasMessage("refused before anything was sent");
        assertThat(effects.stateOf("effect.pay", id)).isEqualTo("FAILED");
        external.repair(id);

        assertThat(external.pay(id, 5)).isEqualTo("paid 5 by attempt 2");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void whereTheFarEndIsIdempotentARetryRuns() {
        external.breakFor(id);
        assertThatThrownBy(() -> external.again(id)).hasMessage("read time-out");
        external.repair(id);

        assertThat(external.again(id)).isEqualTo("paid");
        assertThat(effects.stateOf("effect.again", id)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("scenario 113: a probe that finds the effect completes the call, one that finds none frees its key")
    void probeDecides() {
        String unsent = id + "-unsent";
        external.breakFor(id);
        external.breakFor(unsent);

        assertThatThrownBy(() -> external.probed(id, true)).hasMessage("read time-out");
        assertThatThrownBy(() -> external.probed(unsent, false)).hasMessage("read time-out");

        assertThat(effects.stateOf("effect.probed", id)).isEqualTo("COMPLETED");
        assertThat(effects.stateOf("effect.probed", unsent)).isEqualTo("FAILED");
        external.probed(id, true);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 46, 54: running owners, also a stage, keep their records beyond their leases;"
            + " other arguments are a mismatch; a duplicate of a stage gets a complete one")
    void runningOwnersKeepTheirRecords() throws Exception {
        String stage = id + "-stage";
        Future<String> owner = submit(1, () -> external.slow(id, 5)).get(0);
        CompletableFuture<String> first = external.later(stage).toCompletableFuture();
        gates.awaitReached(id);
        gates.awaitReached(stage);

        assertThatThrownBy(() -> external.slow(id, 6)).isInstanceOf(KeyReusedException.class);
        // for longer than the leases of three seconds, which are renewed
        Awaitility.await()
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(PATIENCE))
                .until(() -> effects.stateOf("effect.slow", id).equals("IN_PROGRESS")
                        && effects.stateOf("effect.later", stage).equals("IN_PROGRESS"));
        assertThatThrownBy(() -> external.slow(id, 5)).isInstanceOf(OperationInProgressException.class);
        gates.open(id);
        gates.open(stage);

        assertThat(owner.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("paid 5");
        assertThat(external.slow(id, 5)).isEqualTo("paid 5");
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(first.orTimeout(PATIENCE, TimeUnit.SECONDS).join()).isEqualTo("paid later");
        assertThat(effects.stateOf("effect.later", stage)).isEqualTo("COMPLETED");
        assertThat(external.later(stage).toCompletableFuture()).isCompletedWithValue("paid later");
        assertThat(effects.count(stage)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 11: of many callers with one key one has the external effect")
    void oneOfManyCallersHasTheEffect() throws Exception {
        List<Future<String>> callers = submit(20, () -> external.timeout(id));

        for (Future<String> caller : callers) {
            assertThat(caller.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("paid");
        }
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 113: a stage that fails leaves an outcome that is unknown")
    void failedStageIsUnknown() {
        external.breakFor(id);
        CompletableFuture<String> first = external.later(id).toCompletableFuture();
        gates.open(id);

        assertThatThrownBy(() -> first.orTimeout(PATIENCE, TimeUnit.SECONDS).join())
                .rootCause()
                .hasMessage("read time-out");
        assertThat(effects.stateOf("effect.later", id)).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 35, 37: a refusal of the far end is stored, is no failed attempt, and comes again")
    void refusalOfTheFarEndComesAgain() {
        int attempts = effects.attempts("effect.sell");
        external.breakFor(id);
        assertThatThrownBy(() -> external.sell(id)).isInstanceOf(OutOfStock.class);
        assertThat(effects.stateOf("effect.sell", id)).isEqualTo("REFUSED");
        external.repair(id);

        assertThatThrownBy(() -> external.sell(id))
                .isInstanceOfSatisfying(
                        OutOfStock.class, no -> assertThat(no.getLeft()).isEqualTo(2));
        assertThat(effects.count("asked for " + id)).isEqualTo(1);
        assertThat(effects.attempts("effect.sell")).isEqualTo(attempts);
    }

    @Test
    @DisplayName("scenarios 35, 54: a stage that is refused stores the refusal when it is complete; duplicates get one")
    void refusedStageStoresTheRefusal() {
        external.breakFor(id);
        CompletableFuture<String> first = external.sellLater(id).toCompletableFuture();
        gates.awaitReached(id);
        assertThat(effects.stateOf("effect.sell-later", id)).isEqualTo("IN_PROGRESS");
        gates.open(id);

        assertThatThrownBy(() -> first.get(PATIENCE, TimeUnit.SECONDS)).hasCauseInstanceOf(OutOfStock.class);
        assertThat(effects.stateOf("effect.sell-later", id)).isEqualTo("REFUSED");
        assertThatThrownBy(() -> external.sellLater(id).toCompletableFuture().get())
                .hasCauseInstanceOf(OutOfStock.class);
        assertThat(effects.count("asked for " + id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 78, 114: the refusal of a late owner does not overwrite what an operator decided before")
    void lateRefusalDoesNotOverwrite() {
        external.breakFor(id);
        CompletableFuture<String> late = external.sellLater(id).toCompletableFuture();
        gates.awaitReached(id);
        effects.run("update idem_record set state = 'DISMISSED', epoch = epoch + 1 where idem_key = ?", id);
        gates.open(id);

        assertThatThrownBy(() -> late.get(PATIENCE, TimeUnit.SECONDS))
                .hasCauseInstanceOf(PoisonOperationException.class);
        assertThat(effects.stateOf("effect.sell-later", id)).isEqualTo("DISMISSED");
    }

    @Test
    @DisplayName("scenario 43: a completion that fails after the body ran leaves an outcome that is unknown")
    void failedCompletionIsUnknown() {
        assertThatThrownBy(() -> external.unwritable(id))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("its result cannot be stored");

        assertThat(effects.stateOf("effect.unwritable", id)).isEqualTo("OUTCOME_UNKNOWN");
        assertThatThrownBy(() -> external.unwritable(id)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 114: the result of a late owner counts while nobody decided")
    void lateOwnerCompletes() throws Exception {
        Future<String> owner = submit(1, () -> external.slow(id, 5)).get(0);
        gates.awaitReached(id);
        effects.run("update idem_record set state = 'OUTCOME_UNKNOWN' where idem_key = ?", id);
        assertThatThrownBy(() -> external.slow(id, 5)).isInstanceOf(OutcomeUnknownException.class);
        gates.open(id);

        assertThat(owner.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("paid 5");
        assertThat(effects.stateOf("effect.slow", id)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("scenarios 78, 114: a late owner does not overwrite what an operator decided before")
    void lateOwnerIsRefused() throws Exception {
        Future<String> owner = submit(1, () -> external.slow(id, 5)).get(0);
        gates.awaitReached(id);
        effects.run("update idem_record set state = 'DISMISSED', epoch = epoch + 1 where idem_key = ?", id);
        gates.open(id);

        assertThatThrownBy(() -> owner.get(PATIENCE, TimeUnit.SECONDS))
                .hasCauseInstanceOf(PoisonOperationException.class);
        assertThat(effects.stateOf("effect.slow", id)).isEqualTo("DISMISSED");
    }

    @Test
    @DisplayName(
            "scenarios 64, 107: effects inside each other complete their own records, one inside itself is refused")
    void nestedEffectsCompleteTheirOwn() {
        assertThat(external.outer(id)).isEqualTo("paid 7 by attempt 1");

        assertThat(effects.stateOf("effect.outer", id)).isEqualTo("COMPLETED");
        assertThat(effects.stateOf("effect.pay", id)).isEqualTo("COMPLETED");
        assertThat(effects.count(id)).isEqualTo(1);
        assertThatThrownBy(() -> external.itself(id)).isInstanceOf(OperationInProgressException.class);
    }
}

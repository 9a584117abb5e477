package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.IdempotencyException;
import dev.idem.OperationInProgressException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallOutcomeTest {

    private static final RecordKey KEY = RecordKey.of("shop", "orders.submit", "", "order-1");

    @Test
    void everyRefusalHasItsOutcome() {
        List<IdempotencyException> refusals = List.of(
                Refusals.inProgress(KEY),
                Refusals.reentered(KEY),
                Refusals.keyReused(KEY),
                Refusals.duplicate(KEY),
                Refusals.poison(KEY),
                Refusals.dismissed(KEY),
                Refusals.outcomeUnknown(KEY),
                Refusals.unreadable(KEY, new IllegalStateException()),
                Refusals.unavailable(KEY, new StoreFailure("gone")),
                Refusals.rolledBack(KEY, "marked", null));

        assertThat(refusals.stream().map(CallOutcome::of))
                .containsExactly(
                        CallOutcome.IN_PROGRESS,
                        CallOutcome.IN_PROGRESS,
                        CallOutcome.KEY_REUSED,
                        CallOutcome.REJECTED,
                        CallOutcome.POISON,
                        CallOutcome.POISON,
                        CallOutcome.UNKNOWN,
                        CallOutcome.UNREADABLE,
                        CallOutcome.UNAVAILABLE,
                        CallOutcome.FAILED);
    }

    @Test
    void anythingElseIsAFailure() {
        assertThat(Stream.of(new IllegalStateException(), new AssertionError(), new Exception())
                        .map(CallOutcome::of))
                .containsOnly(CallOutcome.FAILED);
    }

    @Test
    void textsAreThoseOfTags() {
        assertThat(CallOutcome.of(new OperationInProgressException("orders.submit", "", "running", null))
                        .text())
                .isEqualTo("in_progress");
    }
}

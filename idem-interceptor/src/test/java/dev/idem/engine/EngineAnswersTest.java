package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.DuplicateOperationException;
import dev.idem.KeyReusedException;
import dev.idem.OnDuplicate;
import dev.idem.OutcomeUnknownException;
import dev.idem.PoisonOperationException;
import dev.idem.UnreadableResultException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineAnswersTest extends EngineFixture {

    @Test
    @DisplayName("scenario 1: a new key runs the body once and stores its result")
    void newKeyRuns() throws Exception {
        assertThat(engine.call(call(), effect("receipt"))).isEqualTo("receipt");

        assertThat(database.effects()).hasSize(1);
        assertThat(database.committed(KEY).orElseThrow().state()).isEqualTo(RecordState.COMPLETED);
        assertThat(database.committed(KEY).orElseThrow().result()).contains("receipt");
        assertThat(listener.told).containsExactly("completed");
    }

    @Test
    @DisplayName("scenarios 2, 44: a duplicate gets the stored result, the body does not run")
    void duplicateGetsStoredResult() throws Exception {
        engine.call(call(), effect("receipt"));

        assertThat(engine.call(call(), effect("other"))).isEqualTo("receipt");

        assertThat(database.effects()).hasSize(1);
        assertThat(listener.told).containsExactly("completed", "answered");
    }

    @Test
    @DisplayName("scenario 3: a void or null result is answered as null")
    void nullIsAnsweredAsNull() throws Exception {
        engine.call(call(), effect(null));

        @Nullable Object answer = engine.call(call(), effect("other"));

        assertThat(answer).isNull();
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 45: other arguments are refused, the record stays as it is")
    void otherArgumentsAreRefused() throws Exception {
        engine.call(call(), effect("receipt"));

        assertThatThrownBy(() -> engine.call(withOtherArguments(), effect("other")))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining("orders.submit")
                .hasMessageNotContaining("order-1");

        assertThat(database.committed(KEY).orElseThrow().result()).contains("receipt");
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 53: a failed key may be used with other arguments, the old ones then mismatch")
    void failedKeyMayBeUsedWithOtherArguments() throws Exception {
        assertThatThrownBy(() -> engine.call(call(), failing(new IllegalStateException("no"))))
                .isInstanceOf(IllegalStateException.class);

        engine.call(withOtherArguments(), effect("receipt"));

        assertThatThrownBy(() -> engine.call(call(), effect("other"))).isInstanceOf(KeyReusedException.class);
    }

    @Test
    void edited_arguments_match_as_well_as_the_original_ones() throws Exception {
        database.put(
                KEY,
                new StoredRecord(
                        RecordState.COMPLETED,
                        false,
                        UUID.randomUUID(),
                        Optional.of(ARGUMENTS),
                        Optional.of(OTHER_ARGUMENTS),
                        Optional.of("receipt")));

        assertThat(engine.call(call(), effect("x"))).isEqualTo("receipt");
        assertThat(engine.call(withOtherArguments(), effect("x"))).isEqualTo("receipt");
    }

    @Test
    void rejecting_operation_throws_for_a_duplicate() throws Exception {
        Operation rejecting = new Operation(
                "orders.submit",
                FAIL_FAST,
                Retention.parse("P7D"),
                OnDuplicate.REJECT,
                0,
                List.of(),
                false,
                Optional.empty());
        engine.call(call(rejecting, ARGUMENTS), effect("receipt"));

        assertThatThrownBy(() -> engine.call(call(rejecting, ARGUMENTS), effect("x")))
                .isInstanceOf(DuplicateOperationException.class);
    }

    @Test
    @DisplayName("scenario 33: an unreadable stored result is an error, the body does not run")
    void unreadableResultIsAnError() throws Exception {
        engine.call(call(), effect("unreadable"));

        assertThatThrownBy(() -> engine.call(call(), effect("x"))).isInstanceOf(UnreadableResultException.class);

        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 33: a result whose key is gone is an error that says so, the body does not run")
    void undecryptedResultIsAnError() {
        database.put(
                KEY,
                new StoredRecord(
                                RecordState.COMPLETED,
                                false,
                                UUID.randomUUID(),
                                Optional.of(ARGUMENTS),
                                Optional.empty(),
                                Optional.empty())
                        .with(new Payloads.Opened(Optional.empty(), Optional.of("key k1 is not configured"))));

        assertThatThrownBy(() -> engine.call(call(), effect("x")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining(
                        "its stored result cannot be read: key k1 is not configured; the body did not run");

        assertThat(database.effects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"POISON", "DISMISSED"})
    @DisplayName("scenario 115: poison and dismissed records bind, also past their time")
    void parkedRecordsBind(RecordState state) {
        database.put(KEY, stored(state));
        database.expire(KEY);

        assertThatThrownBy(() -> engine.call(call(), effect("x"))).isInstanceOf(PoisonOperationException.class);
        assertThatThrownBy(() -> engine.call(withOtherArguments(), effect("x"))).isInstanceOf(KeyReusedException.class);
        assertThat(database.effects()).isEmpty();
    }

    @Test
    @DisplayName("scenario 115: an unknown outcome binds, also past its time")
    void unknownOutcomeBinds() {
        database.put(KEY, stored(RecordState.OUTCOME_UNKNOWN));
        database.expire(KEY);

        assertThatThrownBy(() -> engine.call(call(), effect("x"))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    @DisplayName("scenario 65: an expired record is as new")
    void expiredRecordIsAsNew() throws Exception {
        engine.call(call(), effect("first"));
        database.expire(KEY);

        assertThat(engine.call(withOtherArguments(), effect("second"))).isEqualTo("second");

        assertThat(database.effects()).hasSize(2);
    }
}

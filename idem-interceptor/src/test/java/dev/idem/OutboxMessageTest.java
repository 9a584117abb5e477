package dev.idem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxMessageTest {

    private static final OutboxMessage MESSAGE = OutboxMessage.text("queue", "text");

    @Test
    void everyWithMakesAMessageOfItsOwn() {
        OutboxMessage complete = MESSAGE.withHeader("a", "1")
                .withHeader("b", "2")
                .withHeader("a", "3")
                .withContentType("text/csv")
                .withOrderingKey("order-1")
                .withSender("kafka");

        assertThat(complete.headers()).hasToString("{a=3, b=2}");
        assertThat(complete.contentType()).isEqualTo("text/csv");
        assertThat(complete.orderingKey()).contains("order-1");
        assertThat(complete.sender()).contains("kafka");
        assertThat(MESSAGE.headers()).isEmpty();
        assertThat(MESSAGE.contentType()).isEqualTo("text/plain");
        assertThat(MESSAGE.orderingKey()).isEmpty();
        assertThat(MESSAGE.sender()).isEmpty();
    }

    @Test
    void namesMustFitTheirColumns() {
        assertRefused(255, name -> OutboxMessage.text(name, "text"));
        assertRefused(255, MESSAGE::withOrderingKey);
        assertRefused(100, MESSAGE::withSender);
        assertRefused(100, MESSAGE::withContentType);
        assertRefused(100, name -> MESSAGE.withHeader(name, "value"));
    }

    @Test
    void payloadMayBeEmptyButNotHoldWhatADatabaseCannot() {
        assertThat(OutboxMessage.text("queue", "").payload()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutboxMessage.text("queue", "a\0b"))
                .withMessageContaining("U+0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "idempotency-key", "Idempotency_Key"})
    void headerOfTheMessageIdIsNotTheApplications(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MESSAGE.withHeader(name, "mine"))
                .withMessageContaining("carries the message id");
    }

    @Test
    void payloadIsNotForLogs() {
        assertThat(OutboxMessage.text("queue", "secret").withHeader("token", "secret"))
                .hasToString("message to queue");
    }

    private static void assertRefused(int longest, Function<String, OutboxMessage> use) {
        assertThat(use.apply("x".repeat(longest))).isNotNull();
        for (String wrong : new String[] {"", " ", "x".repeat(longest + 1), "a\nb"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> use.apply(wrong))
                    .withMessageContaining("1 to " + longest + " characters");
        }
    }
}

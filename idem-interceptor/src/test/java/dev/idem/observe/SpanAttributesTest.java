package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.idem.engine.CallObserver.CallEnd;
import dev.idem.engine.CallObserver.RunningBody;
import dev.idem.engine.CallOutcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanAttributesTest {

    private final SpanAttributes attributes = new SpanAttributes();
    private final RecordingSpan span = new RecordingSpan();

    @Test
    void callThatRanIsOnItsSpan() {
        try (Scope current = span.makeCurrent()) {
            RunningBody body = new RunningBody("orders.submit", "ab…(9)", 2);
            attributes.begins(body);
            attributes.ends(body, 5);
            attributes.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.RAN));
        }

        assertThat(span.attributes)
                .isEqualTo(Map.of(
                        "idem.operation",
                        "orders.submit",
                        "idem.key",
                        "ab…(9)",
                        "idem.attempt",
                        2L,
                        "idem.outcome",
                        "ran",
                        "idem.replayed",
                        false));
    }

    @Test
    void answerFromTheRecordIsMarkedAsReplayed() {
        try (Scope current = span.makeCurrent()) {
            attributes.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.DUPLICATE));
        }

        assertThat(span.attributes)
                .containsEntry("idem.outcome", "duplicate")
                .containsEntry("idem.replayed", true)
                .doesNotContainKey("idem.attempt");
    }

    @Test
    void bodyThatFailedKeepsItsKey() {
        try (Scope current = span.makeCurrent()) {
            RunningBody body = new RunningBody("orders.submit", "ab…(9)", 1);
            attributes.begins(body);
            attributes.ends(body, 5);
            attributes.ended(new CallEnd("orders.submit", "", CallOutcome.FAILED));
        }

        assertThat(span.attributes).containsEntry("idem.outcome", "failed").containsEntry("idem.key", "ab…(9)");
    }

    @Test
    void outerOperationOfASpanHasTheLastWord() {
        try (Scope current = span.makeCurrent()) {
            RunningBody outer = new RunningBody("orders.submit", "ab…(9)", 2);
            RunningBody inner = new RunningBody("payments.book", "cd…(9)", 1);
            attributes.begins(outer);
            attributes.begins(inner);
            attributes.ends(inner, 5);
            attributes.ended(new CallEnd("payments.book", "cd…(9)", CallOutcome.RAN));
            attributes.ends(outer, 5);
            attributes.ended(new CallEnd("orders.submit", "", CallOutcome.FAILED));
        }

        assertThat(span.attributes)
                .containsEntry("idem.operation", "orders.submit")
                .containsEntry("idem.key", "ab…(9)")
                .containsEntry("idem.attempt", 2L)
                .containsEntry("idem.outcome", "failed");
    }

    @Test
    void traceOfTheCurrentSpanIsNamed() {
        try (Scope current = span.makeCurrent()) {
            assertThat(attributes.traceId()).contains(RecordingSpan.TRACE);
        }
    }

    @Test
    void withoutASpanNothingHappens() {
        assertThat(Span.current().isRecording()).isFalse();
        assertThat(attributes.traceId()).isEmpty();
        assertThatCode(() -> attributes.ended(new CallEnd("orders.submit", "", CallOutcome.RAN)))
                .doesNotThrowAnyException();
    }
}

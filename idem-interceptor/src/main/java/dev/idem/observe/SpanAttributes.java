package dev.idem.observe;

import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Puts what becomes of a call on the span that is current in its thread. Of operations inside each other in one span, the
 * attributes are in the end those of the outer one.
 */
@Singleton
final class SpanAttributes implements CallObserver {

    @Override
    public void begins(RunningBody body) {
        describe(body);
    }

    @Override
    public void ends(RunningBody body, long nanos) {
        describe(body);
    }

    private static void describe(RunningBody body) {
        Span span = Span.current();
        if (span.isRecording()) {
            name(span, body.operation(), body.maskedKey());
            span.setAttribute(Attributes.ATTEMPT, body.attempt());
        }
    }

    @Override
    public void ended(CallEnd end) {
        Span span = Span.current();
        if (span.isRecording()) {
            name(span, end.operation(), end.maskedKey());
            span.setAttribute(Attributes.OUTCOME, end.outcome().text());
            span.setAttribute(Attributes.REPLAYED, end.outcome() == CallOutcome.DUPLICATE);
        }
    }

    private static void name(Span span, String operation, String maskedKey) {
        span.setAttribute(Attributes.OPERATION, operation);
        if (!maskedKey.isEmpty()) {
            span.setAttribute(Attributes.KEY, maskedKey);
        }
    }

    @Override
    public Optional<String> traceId() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? Optional.of(context.getTraceId()) : Optional.empty();
    }
}

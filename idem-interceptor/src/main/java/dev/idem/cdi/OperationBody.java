package dev.idem.cdi;

import dev.idem.IdempotencyException;
import dev.idem.engine.Body;
import dev.idem.engine.CallObserver.CallEnd;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.RefusedException;
import jakarta.interceptor.InvocationContext;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A body that remembers how far it came, and what became of it. For one call. */
final class OperationBody implements Body {

    /** Under which the calls that {@code @Retry} makes of one count themselves. */
    private static final String ATTEMPTS = OperationBody.class.getName();

    private final BooleanSupplier skip;
    private final Body method;
    private final int attempt;
    private final long made = System.nanoTime();
    private boolean ran;
    private boolean reached;
    private boolean threw;

    private OperationBody(BooleanSupplier skip, Body method, int attempt) {
        this.skip = skip;
        this.method = method;
        this.attempt = attempt;
    }

    /**
     * The body of an invocation.
     *
     * @param skip tells that the effect is there already
     * @param method has the effect
     */
    static OperationBody of(InvocationContext invocation, BooleanSupplier skip, Body method) {
        Object attempt =
                invocation.getContextData().merge(ATTEMPTS, 1, (before, one) -> (Integer) before + (Integer) one);
        return new OperationBody(skip, method, (Integer) attempt);
    }

    @Override
    public @Nullable Object run() throws Exception {
        ran = true;
        try {
            if (skip.getAsBoolean()) {
                return null;
            }
            reached = true;
            return method.run();
        } catch (Throwable failure) {
            threw = true;
            throw failure;
        }
    }

    @Override
    public boolean reached() {
        return reached;
    }

    boolean ran() {
        return ran;
    }

    /** This body, run inside something. */
    Body within(Body outer) {
        return new Body() {
            @Override
            public @Nullable Object run() throws Exception {
                return outer.run();
            }

            @Override
            public boolean reached() {
                return reached;
            }
        };
    }

    /** Which attempt of {@code @Retry} it is. */
    int attempt() {
        return attempt;
    }

    /** How long ago the call began, in nanoseconds. */
    long age() {
        return System.nanoTime() - made;
    }

    /** How the call ended that threw something; a refusal that the body threw is that of an operation inside it. */
    CallEnd end(String operation, Throwable thrown) {
        if (thrown instanceof RefusedException) {
            return new CallEnd(operation, "", CallOutcome.REFUSED);
        }
        if (threw) {
            return new CallEnd(operation, "", CallOutcome.FAILED);
        }
        String maskedKey = thrown instanceof IdempotencyException refusal ? refusal.maskedKey() : "";
        return new CallEnd(operation, maskedKey, CallOutcome.of(thrown));
    }
}

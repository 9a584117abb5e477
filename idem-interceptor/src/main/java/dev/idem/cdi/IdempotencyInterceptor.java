package dev.idem.cdi;

import dev.idem.IdempotencyException;
import dev.idem.IdempotentOperation;
import dev.idem.engine.RefusedException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Finds the operation, asks the engine, gives the result. Safe for use by many threads at once. */
@Interceptor
@IdempotentOperation
@Priority(IdempotencyInterceptor.PRIORITY)
public class IdempotencyInterceptor {

    /**
     * Just inside MicroProfile Fault Tolerance, whose own priority is 4010 (Payara: 4015), so that each attempt of
     * {@code @Retry} is a call of its own. The extension makes sure of it, whatever the numbers say.
     */
    static final int PRIORITY = Interceptor.Priority.PLATFORM_AFTER + 100;

    /** Not by constructor: for session beans the container makes interceptors without arguments. */
    @Inject
    Operations operations;

    @Inject
    CallObservers observers;

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext invocation) throws Exception {
        FinalAnswer.rethrow(invocation);
        DeployedOperation operation = operations.of(invocation);
        OperationBody body = operation.body(invocation);
        try {
            return observers.call(
                    operation.operation().name(), body, () -> operation.call(invocation.getParameters(), body));
        } catch (RefusedException answer) {
            FinalAnswer.keep(invocation, answer);
            if (operation.operation().acknowledges() && answer.onRecord()) {
                return null;
            }
            throw Rethrown.<RuntimeException>of(answer.refusal());
        } catch (IdempotencyException answer) {
            FinalAnswer.keep(invocation, answer, body);
            if (operation.operation().acknowledges() && FinalAnswer.isOnRecord(answer, body)) {
                return null;
            }
            throw answer;
        }
    }
}

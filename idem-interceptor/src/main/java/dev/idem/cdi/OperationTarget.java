package dev.idem.cdi;

import dev.idem.engine.RecordKey;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.Retention;
import dev.idem.key.ResultTypes;
import dev.idem.key.Sensitivity;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the worker calls it.
 *
 * @param method the method
 * @param operation the operation
 * @param keyInArguments whether the arguments make the key
 * @param notReplayable why it cannot be called
 * @param caller as whom it is called, if it needs one
 * @param bean calls it, if it can be
 * @param constraints checks its arguments
 */
record OperationTarget(
        Method method,
        DeployedOperation operation,
        boolean keyInArguments,
        Optional<String> notReplayable,
        Optional<RunAs> caller,
        Optional<BeanCall> bean,
        ConstraintCheck constraints)
        implements ReplayTarget {

    private static final String NULL = "null";

    @Override
    public boolean external() {
        return operation.operation().external().isPresent();
    }

    @Override
    public Optional<String> runsAs() {
        return caller.map(RunAs::name);
    }

    @Override
    public Retention expireAfter() {
        return operation.operation().expireAfter();
    }

    @Override
    public @Nullable Object[] arguments(String json) {
        return operation.arguments().read(json);
    }

    @Override
    public @Nullable Object[] edited(String json, RecordKey key) {
        @Nullable Object[] arguments = operation.arguments().readExactly(json);
        if (keyInArguments && !made(arguments).equals(Optional.of(key.key()))) {
            throw new IllegalArgumentException(
                    "they make another key: another call would run under this one; send it as a new call");
        }
        return arguments;
    }

    private Optional<String> made(@Nullable Object[] arguments) {
        try {
            return operation.key().of(arguments);
        } catch (RuntimeException invalid) {
            throw new IllegalArgumentException("they make no key: " + invalid.getMessage(), invalid);
        }
    }

    @Override
    public List<String> violations(@Nullable Object[] arguments) {
        return constraints.violations(arguments);
    }

    @Override
    public Optional<String> result(String json) {
        if (ResultTypes.none(method) || json.strip().equals(NULL)) {
            return nothing(json);
        }
        return Optional.of(confirmed(json));
    }

    private String confirmed(String json) {
        try {
            return operation.results().confirmed(json);
        } catch (RuntimeException doesNotFit) {
            throw Sensitivity.ofResult(method)
                    ? new IllegalArgumentException(Sensitivity.UNTOLD, doesNotFit)
                    : doesNotFit;
        }
    }

    private Optional<String> nothing(String json) {
        if (!json.strip().equals(NULL)) {
            throw new IllegalArgumentException("the method returns nothing: the result is null");
        }
        if (method.getReturnType().isPrimitive() && method.getReturnType() != void.class) {
            throw new IllegalArgumentException("the method returns " + method.getReturnType() + ", never null");
        }
        return Optional.empty();
    }

    @Override
    public void call(@Nullable Object[] arguments) throws Throwable {
        bean.orElseThrow(() -> new IllegalStateException(notReplayable.orElse("there is no bean")))
                .call(arguments);
    }
}

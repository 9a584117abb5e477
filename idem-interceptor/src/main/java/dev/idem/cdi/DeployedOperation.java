package dev.idem.cdi;

import dev.idem.IdempotencyException;
import dev.idem.InvalidKeyException;
import dev.idem.MissingKeyException;
import dev.idem.Scope;
import dev.idem.engine.Admission;
import dev.idem.engine.Call;
import dev.idem.engine.Caller;
import dev.idem.engine.CurrentReplay;
import dev.idem.engine.CurrentRequest;
import dev.idem.engine.Digest;
import dev.idem.engine.Engine;
import dev.idem.engine.Operation;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RefusedException;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.ResultCodec;
import dev.idem.key.Arguments;
import dev.idem.key.Fingerprints;
import dev.idem.key.Scopes;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One operation, ready to be called.
 *
 * @param application the application it belongs to
 * @param operation what the engine knows of it
 * @param key where its keys come from
 * @param scope within what they are unique
 * @param checkArguments whether a repeated call must carry the same arguments
 * @param fingerprints digests arguments
 * @param arguments writes arguments down for an operator
 * @param results stores results
 * @param deliveries tells messages, and what a broker calls them
 * @param skip tells from the arguments that the effect is there already
 * @param admission what its calls must hand in to run
 * @param services what it calls
 */
record DeployedOperation(
        String application,
        Operation operation,
        CallKey key,
        Scope scope,
        boolean checkArguments,
        Fingerprints fingerprints,
        Arguments arguments,
        ResultCodec results,
        Deliveries deliveries,
        Predicate<Object[]> skip,
        Admission admission,
        Services services) {

    private static final Logger LOG = System.getLogger(DeployedOperation.class.getName());

    OperationBody body(InvocationContext invocation) {
        return OperationBody.of(invocation, () -> skip.test(invocation.getParameters()), invocation::proceed);
    }

    @Nullable
    Object call(Object[] values, OperationBody body) throws Exception {
        Optional<ReplayOrder> replay = services.ordered(operation.name());
        if (replay.isPresent()) {
            return replay(values, replay.get(), body);
        }
        Caller caller = services.request().caller();
        RecordKey recordKey = RecordKey.of(application, operation.name(), scopeOf(caller), keyOf(values));
        Call call = new Call(
                        operation,
                        recordKey,
                        fingerprint(values, caller),
                        operation.keepsArguments() ? written(values) : Optional.empty(),
                        results,
                        origin(caller, values))
                .admittedBy(admission);
        return services.engine().call(call, body.within(() -> inside(recordKey, false, body)));
    }

    private CallOrigin origin(Caller caller, Object[] values) {
        return new CallOrigin(
                caller,
                deliveries.messages(),
                () -> deliveries.id().apply(values),
                services.observers()::traceId,
                () -> written(values));
    }

    /** Key and scope are the record's. */
    private @Nullable Object replay(Object[] values, ReplayOrder order, OperationBody body) throws Exception {
        Call call = new Call(
                        operation,
                        order.key(),
                        checkArguments ? Optional.of(fingerprints.of(values)) : Optional.empty(),
                        Optional.empty(),
                        results,
                        origin(new Caller.Internal(), values),
                        Optional.of(order))
                .admittedBy(admission);
        try {
            return services.engine().call(call, body.within(() -> {
                services.replay().runs();
                return inside(order.key(), true, body);
            }));
        } catch (RefusedException refused) {
            services.replay().refused();
            throw refused;
        }
    }

    private @Nullable Object inside(RecordKey recordKey, boolean replay, OperationBody body) throws Exception {
        services.running().enter(recordKey, replay);
        try {
            return services.observers().run(recordKey, body);
        } finally {
            services.running().leave();
        }
    }

    private String keyOf(Object[] values) {
        Optional<String> found;
        try {
            found = key.of(values);
        } catch (IdempotencyException refusal) {
            throw refusal;
        } catch (RuntimeException invalid) {
            throw new InvalidKeyException(
                    operation.name(), "", "its key cannot be used: " + invalid.getMessage(), invalid);
        }
        return found.orElseThrow(() ->
                new MissingKeyException(operation.name(), "", "the call carries no idempotency key; send one", null));
    }

    private String scopeOf(Caller caller) {
        Optional<String> text;
        try {
            text = services.scopes().of(scope, caller);
        } catch (RuntimeException unknown) {
            throw new InvalidKeyException(
                    operation.name(), "", "its scope cannot be told: " + unknown.getMessage(), unknown);
        }
        return text.orElseThrow(() -> new MissingKeyException(operation.name(), "", Scopes.NO_CALLER, null));
    }

    private Optional<Digest> fingerprint(Object[] values, Caller caller) {
        return checkArguments || Scopes.argumentsMustMatch(scope, caller)
                ? Optional.of(fingerprints.of(values))
                : Optional.empty();
    }

    /** Written before the body runs, which may change them; what cannot be written is parked without. */
    private Optional<String> written(Object[] values) {
        try {
            return Optional.of(key.concealed(arguments.write(values), values));
        } catch (RuntimeException notCarriable) {
            LOG.log(Level.DEBUG, "the arguments of " + operation.name() + " cannot be kept", notCarriable);
            return Optional.empty();
        }
    }

    /**
     * What every operation calls.
     *
     * @param engine gives each call its answer
     * @param request tells who calls
     * @param running knows the running bodies
     * @param replay knows what a worker's thread carries out
     * @param scopes tells within what keys are unique
     * @param observers watch the calls
     */
    record Services(
            Engine engine,
            CurrentRequest request,
            RunningOperations running,
            CurrentReplay replay,
            CallScopes scopes,
            CallObservers observers) {

        /** What an operator ordered of this call; the calls that a body makes are no replays. */
        private Optional<ReplayOrder> ordered(String operation) {
            return running.isActive() ? Optional.empty() : replay.of(operation);
        }
    }
}

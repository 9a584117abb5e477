package dev.idem.cdi;

import dev.idem.check.BeanKind;
import dev.idem.check.Candidate;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.ReplayTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The operations of this deployment, prepared for the worker when first asked for. For many threads at once. */
@ApplicationScoped
class CdiReplayTargets implements ReplayTargets {

    @Inject
    IdempotencyExtension extension;

    @Inject
    OperationFactory factory;

    @Inject
    CallKeys keys;

    @Inject
    BeanManager container;

    @Inject
    Instance<RequestContextController> requestContexts;

    @Inject
    Instance<Validator> validators;

    private final Map<String, ReplayTarget> prepared = new ConcurrentHashMap<>();

    @Override
    public Set<String> operations() {
        return extension.operations().stream().map(Candidate::name).collect(Collectors.toSet());
    }

    @Override
    public Optional<ReplayTarget> target(String operation) {
        return extension.operations().stream()
                .filter(candidate -> candidate.name().equals(operation))
                .map(candidate -> prepared.computeIfAbsent(operation, unused -> target(candidate)))
                .findFirst();
    }

    private ReplayTarget target(Candidate candidate) {
        Replayability replayability = extension.replayability();
        Optional<String> problem = replayability.problem(candidate);
        Optional<RunAs> caller = problem.isPresent() ? Optional.empty() : replayability.caller(candidate);
        Optional<BeanCall> call = problem.isPresent() ? Optional.empty() : call(candidate);
        return new OperationTarget(
                candidate.method(),
                factory.create(candidate),
                keys.inArguments(candidate),
                problem.or(
                        () -> call.isPresent() ? Optional.empty() : Optional.of("no view of its bean has the method")),
                caller,
                call.map(this::inRequestContext).map(each -> as(caller, each)),
                new ConstraintCheck(candidate, validators));
    }

    private Optional<BeanCall> call(Candidate candidate) {
        return candidate.kind() == BeanKind.MESSAGE_DRIVEN
                ? Optional.of(new ListenerCall<>(container, candidate.bean(), candidate.method()))
                : ReferenceCall.of(container, candidate.bean(), candidate.method());
    }

    private static BeanCall as(Optional<RunAs> caller, BeanCall call) {
        return caller.map(known -> CallerIdentity.of(known, call)).orElse(call);
    }

    private BeanCall inRequestContext(BeanCall call) {
        return arguments -> {
            RequestContextController context = requestContexts.get();
            boolean ours = context.activate();
            try {
                call.call(arguments);
            } finally {
                if (ours) {
                    context.deactivate();
                }
                requestContexts.destroy(context);
            }
        };
    }
}

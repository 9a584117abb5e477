package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import dev.idem.OnPoison;
import dev.idem.check.BeanKind;
import dev.idem.check.Candidate;
import dev.idem.engine.Admission;
import dev.idem.engine.AnswerCache;
import dev.idem.engine.CurrentReplay;
import dev.idem.engine.CurrentRequest;
import dev.idem.engine.Deployment;
import dev.idem.engine.Engine;
import dev.idem.engine.EngineListener;
import dev.idem.engine.Operation;
import dev.idem.engine.RecordStore;
import dev.idem.engine.ResultCodec;
import dev.idem.engine.ResultCodecs;
import dev.idem.engine.Retention;
import dev.idem.engine.Transactions;
import dev.idem.key.Arguments;
import dev.idem.key.Expression;
import dev.idem.key.Fingerprints;
import dev.idem.key.ResultTypes;
import dev.idem.key.Sensitivity;
import dev.idem.spi.ArgumentCodec;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Prepares operations: compiles expressions, chooses codecs, reads durations. */
@ApplicationScoped
class OperationFactory {

    private static final int LISTENER_ATTEMPTS = 5;

    @Inject
    RecordStore store;

    @Inject
    Transactions transactions;

    @Inject
    EngineListener listener;

    @Inject
    ExternalOperations external;

    @Inject
    CurrentRequest request;

    @Inject
    RunningOperations running;

    @Inject
    CurrentReplay replay;

    @Inject
    CallScopes scopes;

    @Inject
    CallObservers observers;

    @Inject
    NamedBeanLookup namedBeans;

    @Inject
    CallKeys keys;

    @Inject
    Admission tokens;

    @Inject
    RefusalCodecs refusals;

    @Inject
    Deployment application;

    @Inject
    IdempotencyExtension deployed;

    @Inject
    Instance<AnswerCache> caches;

    @Inject
    @Any
    Instance<ArgumentCodec> argumentCodecs;

    @Inject
    @Any
    Instance<ResultCodecs> resultCodecs;

    @Inject
    Upcasters upcasters;

    private DeployedOperation.Services services;
    private ArgumentCodec codec;

    @PostConstruct
    void prepare() {
        services = new DeployedOperation.Services(
                new Engine(store, transactions, listener, external.services(), cache()),
                request,
                running,
                replay,
                scopes,
                observers);
        scopes.check();
        codec = ChosenCodec.of(argumentCodecs);
    }

    /** Made for those who want it only: it needs a library that others do not have. */
    private AnswerCache cache() {
        return deployed.operations().stream().anyMatch(Candidate::caches) ? caches.get() : AnswerCache.NONE;
    }

    DeployedOperation create(Candidate candidate) {
        IdempotentOperation settings = candidate.settings();
        Method method = candidate.method();
        return new DeployedOperation(
                application.application(),
                operation(candidate),
                keys.of(candidate),
                settings.scope(),
                settings.checkArguments(),
                new Fingerprints(method, codec),
                new Arguments(method, codec),
                new KeptResults(results(method), upcasters.of(candidate.name()), Sensitivity.ofResult(method)),
                keys.deliveries(candidate),
                skip(candidate),
                CallKeys.takesToken(candidate) ? tokens : Admission.OPEN,
                services);
    }

    private Operation operation(Candidate candidate) {
        IdempotentOperation settings = candidate.settings();
        return new Operation(
                candidate.name(),
                Duration.parse(settings.waitFor()),
                Retention.parse(settings.expireAfter()),
                settings.onDuplicate(),
                maxAttempts(candidate),
                List.of(settings.parkOn()),
                acknowledges(candidate),
                refusals.of(candidate, codec),
                ExternalOperations.of(candidate),
                Duration.parse(settings.cacheFor()));
    }

    private static int maxAttempts(Candidate candidate) {
        int attempts = candidate.settings().maxAttempts();
        if (attempts != IdempotentOperation.AUTO_ATTEMPTS) {
            return attempts;
        }
        return candidate.kind() == BeanKind.MESSAGE_DRIVEN ? LISTENER_ATTEMPTS : 0;
    }

    private static boolean acknowledges(Candidate candidate) {
        OnPoison policy = candidate.settings().onPoison();
        return policy == OnPoison.ACKNOWLEDGE
                || (policy == OnPoison.AUTO && candidate.kind() == BeanKind.MESSAGE_DRIVEN);
    }

    private Predicate<Object[]> skip(Candidate candidate) {
        String text = candidate.settings().skipIf();
        if (text.isEmpty()) {
            return arguments -> false;
        }
        Expression expression = Expression.compile(text, candidate.parameterNames(), Boolean.class);
        return arguments -> Boolean.TRUE.equals(expression.evaluate(arguments, namedBeans));
    }

    private ResultCodec results(Method method) {
        return resultCodecs.stream()
                .flatMap(codecs -> codecs.forMethod(method, codec).stream())
                .findFirst()
                .orElseGet(() -> new JsonResults(ResultTypes.of(method), codec));
    }
}

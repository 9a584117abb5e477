package dev.idem.observe;

import dev.idem.engine.Deployment;
import dev.idem.engine.ReplayTargets;
import dev.idem.engine.StoreFigures.Backlog;
import dev.idem.engine.StoreFigures.Figures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that calls find their store. Work that waits for an operator is told, and is no reason to send calls to
 * another node, where it waits just the same. Whoever reads this needs no login: it names no key, user, address or
 * statement.
 */
@Readiness
@Singleton
final class StoreReadiness implements HealthCheck {

    static final String NAME = "idem";

    private final Deployment deployment;
    private final ReplayTargets targets;
    private final StoreSight store;

    @Inject
    StoreReadiness(Deployment deployment, ReplayTargets targets, StoreSight store) {
        this.deployment = deployment;
        this.targets = targets;
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named(NAME).withData("application", deployment.application());
        if (deployment.runsOperations()) {
            response.withData("operations", targets.operations().size())
                    .withData("interceptor", "inside fault tolerance, as checked at deployment");
        }
        StoreView view = store.view();
        if (view instanceof StoreView.Failing failing) {
            return response.withData("failing", "store")
                    .withData("problem", failing.problem())
                    .down()
                    .build();
        }
        if (view instanceof StoreView.Working working && deployment.runsOperations()) {
            tell(response, working.figures());
        }
        return response.withData("store", "reachable, with its tables").up().build();
    }

    private static void tell(HealthCheckResponseBuilder response, Figures figures) {
        tell(response, "poison", figures.poison());
        tell(response, "outcomeUnknown", figures.unknown());
        tell(response, "outboxWaiting", figures.outbox());
        response.withData("outboxParked", figures.parkedMessages());
    }

    private static void tell(HealthCheckResponseBuilder response, String what, Backlog backlog) {
        response.withData(what, backlog.number());
        if (!backlog.oldest().isZero()) {
            response.withData(what + "Oldest", backlog.oldest().toString());
        }
    }
}

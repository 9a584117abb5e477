package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sells to several tenants, whose order numbers are the same. */
@ApplicationScoped
public class TenantShop {

    @Inject
    Effects effects;

    @IdempotentOperation(name = "tenant.order", key = "id", scope = Scope.GLOBAL)
    public void order(String id) {
        effects.add(id);
    }
}

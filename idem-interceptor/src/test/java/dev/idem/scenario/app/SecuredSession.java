package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Operations that the container lets some callers use only. Each notes who called. */
@Stateless
@RolesAllowed("clerk")
public class SecuredSession {

    @Resource
    SessionContext context;

    @Inject
    Effects effects;

    @Inject
    ReplayShop shop;

    @Inject
    SecuredTill till;

    @IdempotentOperation(name = "secured.session", key = "id", maxAttempts = 1)
    public String buy(String id) {
        effects.addAndFlush(id);
        till.open();
        return called(id);
    }

    @PermitAll
    @IdempotentOperation(name = "secured.open", key = "id", maxAttempts = 1)
    public String open(String id) {
        shop.failWhileBroken(id);
        return called(id);
    }

    @RolesAllowed({"manager", "auditor"})
    @IdempotentOperation(name = "secured.audited", key = "id", maxAttempts = 1)
    public String audited(String id) {
        return called(id);
    }

    @DenyAll
    @IdempotentOperation(name = "secured.closed", key = "id", maxAttempts = 1)
    public String closed(String id) {
        return called(id);
    }

    private String called(String id) {
        String caller = context.getCallerPrincipal().getName() + ", clerk " + context.isCallerInRole("clerk");
        shop.ran(id, caller);
        return caller;
    }
}

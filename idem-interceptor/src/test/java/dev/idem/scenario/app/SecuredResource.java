package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** An operation that the HTTP side of a server secures: a replay does not come by there. */
@Path("secured-replays")
@RequestScoped
@RolesAllowed("clerk")
public class SecuredResource {

    @Inject
    SecurityContext security;

    @Inject
    Effects effects;

    @Inject
    ReplayShop shop;

    @POST
    @IdempotentOperation(name = "secured.rest", key = "order.id", maxAttempts = 1)
    public String submit(Order order) {
        shop.failWhileBroken(order.id());
        effects.add(order.id());
        shop.ran(order.id(), String.valueOf(security.getCallerPrincipal().getName()));
        return "submitted";
    }
}

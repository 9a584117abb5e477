package dev.idem.scenario.effect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Pays for whoever posts. */
@Path("payments/{id}")
@RequestScoped
public class PaymentResource {

    @Inject
    Payments payments;

    @POST
    public String pay(@PathParam("id") String id) {
        return payments.pay(id);
    }
}

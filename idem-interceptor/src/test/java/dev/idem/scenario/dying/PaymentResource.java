package dev.idem.scenario.dying;

import dev.idem.IdempotencyTokens;
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

    @Inject
    IdempotencyTokens tokens;

    @POST
    public String pay(@PathParam("id") String id) {
        return payments.pay(id);
    }

    @POST
    @Path("form")
    public String issue() {
        return tokens.issue("payments.submit", "checkout").token();
    }

    @POST
    @Path("form/{token}")
    public String submit(@PathParam("token") String token, @PathParam("id") String id) {
        return payments.submit(token, id);
    }
}

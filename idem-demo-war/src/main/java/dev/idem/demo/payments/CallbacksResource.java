package dev.idem.demo.payments;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /payments/callbacks}: where the payment provider calls, once or often. */
@Path("payments/callbacks")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CallbacksResource {

    private final PaymentService payments;

    @Inject
    public CallbacksResource(PaymentService payments) {
        this.payments = payments;
    }

    @POST
    public CallbackAnswer receive(Callback callback) {
        payments.settle(callback);
        return CallbackAnswer.SUCCESS;
    }
}

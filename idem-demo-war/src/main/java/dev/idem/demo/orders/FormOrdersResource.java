package dev.idem.demo.orders;

import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /orders/form}: submits an order that gets its name here, once per {@code Idempotency-Token}. */
@Path("orders/form")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FormOrdersResource {

    private final FormOrderService forms;

    @Inject
    public FormOrdersResource(FormOrderService forms) {
        this.forms = forms;
    }

    /** Technique: one-time token, in the header. */
    @POST
    @IdempotentOperation(name = FormOrderService.BY_HEADER, keyType = KeyType.TOKEN, scope = Scope.GLOBAL)
    public Response submit(FormOrder form) {
        return Response.status(Response.Status.CREATED).entity(forms.add(form)).build();
    }
}

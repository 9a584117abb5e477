package dev.idem.demo.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /tokens}: hands out a one-time token for an order by {@code POST /orders/form}. */
@Path("tokens")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private final FormOrderService forms;

    @Inject
    public TokensResource(FormOrderService forms) {
        this.forms = forms;
    }

    @POST
    public Response issue() {
        return Response.status(Response.Status.CREATED)
                .entity(new OrderToken(forms.tokenForHeader()))
                .build();
    }
}

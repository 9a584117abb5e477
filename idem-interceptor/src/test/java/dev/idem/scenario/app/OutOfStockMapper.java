package dev.idem.scenario.app;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** How the application tells a refusal. */
@Provider
public class OutOfStockMapper implements ExceptionMapper<OutOfStock> {

    @Override
    public Response toResponse(OutOfStock no) {
        return Response.status(Response.Status.GONE)
                .entity("{\"sku\":\"" + no.sku() + "\",\"left\":" + no.getLeft() + "}")
                .build();
    }
}

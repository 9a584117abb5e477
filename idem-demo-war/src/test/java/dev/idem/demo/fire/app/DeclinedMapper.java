package dev.idem.demo.fire.app;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A refusal is 418, which nothing else here is. */
@Provider
public class DeclinedMapper implements ExceptionMapper<Declined> {

    static final int DECLINED = 418;

    @Override
    public Response toResponse(Declined refusal) {
        return Response.status(DECLINED).entity(refusal.getMessage()).build();
    }
}

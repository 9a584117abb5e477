package shop;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class SoldOutMapper implements ExceptionMapper<SoldOut> {

    @Override
    public Response toResponse(SoldOut refusal) {
        return Response.status(409)
                .entity(refusal.getItem() + ": " + refusal.getLeft() + " left")
                .build();
    }
}

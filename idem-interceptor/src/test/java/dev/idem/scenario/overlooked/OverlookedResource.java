package dev.idem.scenario.overlooked;

import dev.idem.IdempotentOperation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Without a scope it is no bean of an archive with discovery mode "annotated". */
@Path("overlooked")
public class OverlookedResource {

    @POST
    @IdempotentOperation
    public String order(String body) {
        return body;
    }
}

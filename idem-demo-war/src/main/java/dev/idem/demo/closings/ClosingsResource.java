package dev.idem.demo.closings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /closings}: closes a day; 409 while another caller, on whatever node, is closing it. */
@Path("closings")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClosingsResource {

    private final ClosingService closings;

    @Inject
    public ClosingsResource(ClosingService closings) {
        this.closings = closings;
    }

    @POST
    public ClosedDay close(NewClosing closing) {
        return closings.close(closing.day());
    }
}

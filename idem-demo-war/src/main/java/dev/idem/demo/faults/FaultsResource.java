package dev.idem.demo.faults;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /faults/{service}}: orders a failure and tells how often it happened. */
@Path("faults/{service}")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FaultsResource {

    private final Faults faults;

    @Inject
    public FaultsResource(Faults faults) {
        this.faults = faults;
    }

    @PUT
    public FaultStatus order(@PathParam("service") String service, FaultOrder order) {
        return faults.order(DemoService.named(service), order.fault());
    }

    @GET
    public FaultStatus status(@PathParam("service") String service) {
        return faults.status(DemoService.named(service));
    }
}

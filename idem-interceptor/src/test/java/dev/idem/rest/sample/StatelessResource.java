package dev.idem.rest.sample;

import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Throws what it is told, out of an EJB and its transaction. */
@Path("stateless")
@Stateless
public class StatelessResource {

    @GET
    @Path("{name}")
    public String thrown(@PathParam("name") String name) throws ReflectiveOperationException {
        throw ProblemResource.exception(name);
    }
}

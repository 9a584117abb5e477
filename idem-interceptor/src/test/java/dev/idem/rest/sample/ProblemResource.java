package dev.idem.rest.sample;

import dev.idem.IdempotencyException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Throws what it is told. */
@Path("problems")
@RequestScoped
@Produces("text/plain")
public class ProblemResource {

    static IdempotencyException exception(String name) throws ReflectiveOperationException {
        return Class.forName("dev.idem." + name + "Exception")
                .asSubclass(IdempotencyException.class)
                .getConstructor(String.class, String.class, String.class, Throwable.class)
                .newInstance("orders.place", "", "thrown", new IllegalStateException("secret"));
    }

    @GET
    @Path("{name}")
    @Transactional
    public String thrown(@PathParam("name") String name) throws ReflectiveOperationException {
        throw exception(name);
    }
}

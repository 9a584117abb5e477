package dev.idem.demo.points;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /points}: adds points for an event, and shows what a user has. */
@Path("points")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PointsResource {

    private final PointsService points;

    @Inject
    public PointsResource(PointsService points) {
        this.points = points;
    }

    @POST
    public PointsView add(PointsEvent event) {
        return points.add(event);
    }

    @GET
    @Path("{userId}")
    public PointsView view(@PathParam("userId") String userId) {
        return points.view(userId);
    }
}

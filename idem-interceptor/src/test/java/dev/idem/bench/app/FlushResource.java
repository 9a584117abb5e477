package dev.idem.bench.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;

/** Has every session of a pool of this size report what it did to PostgreSQL's statistics. */
@Path("flush/{size}")
@RequestScoped
public class FlushResource {

    @Inject
    Sessions sessions;

    @POST
    public void flush(@PathParam("size") int size) throws SQLException {
        sessions.flush(size);
    }
}

package dev.idem.demo.fire.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Where this node is told what to suffer, and says how it is. */
@Path("fire")
@Produces(MediaType.TEXT_PLAIN)
@RequestScoped
public class Fire {

    @Resource(lookup = Effects.JNDI_NAME)
    DataSource database;

    @Inject
    Halt halt;

    @GET
    public String alive() {
        return "alive";
    }

    @GET
    @Path("threads")
    public int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** What the clock of this node shows. */
    @GET
    @Path("clock")
    public long clock() {
        return System.currentTimeMillis();
    }

    @POST
    @Path("halt")
    public void halt(@QueryParam("at") @DefaultValue("") String place) {
        halt.at(place);
    }

    /** Holds connections of the pool for a while, as many as it gets. */
    @POST
    @Path("hold")
    public int hold(@QueryParam("connections") int connections, @QueryParam("millis") int millis) throws Exception {
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < connections) {
                held.add(database.getConnection());
            }
        } catch (SQLException exhausted) {
            System.getLogger(Fire.class.getName()).log(System.Logger.Level.INFO, "no more connections", exhausted);
        }
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        return held.size();
    }
}

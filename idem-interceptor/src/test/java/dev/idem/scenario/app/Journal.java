package dev.idem.scenario.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what Idem logs from the start of the application on. */
@ApplicationScoped
@Path("journal")
public class Journal {

    private static final Logger IDEM = Logger.getLogger("dev.idem");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    void open(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        IDEM.addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line) + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String read() {
        return String.join("\n", lines);
    }
}

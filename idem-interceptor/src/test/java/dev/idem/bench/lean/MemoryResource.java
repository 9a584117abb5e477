package dev.idem.bench.lean;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.UUID;

/** Says what the server needs of memory, once the application has worked. */
@Path("memory")
@RequestScoped
public class MemoryResource {

    private static final int CALLS = 100;
    private static final int COLLECTIONS = 4;

    @Inject
    Notes notes;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Memory measure() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            notes.add(UUID.randomUUID().toString());
        }
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return new Memory(
                memory.getHeapMemoryUsage().getUsed(),
                memory.getNonHeapMemoryUsage().getUsed(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }
}

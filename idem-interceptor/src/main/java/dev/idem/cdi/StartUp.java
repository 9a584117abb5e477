package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.engine.OperationCatalogue;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Says once what is deployed, and warns of operations that vanished while their keys still bind. */
@ApplicationScoped
class StartUp {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    /** After the tables have been checked. */
    private static final int PRIORITY = Interceptor.Priority.PLATFORM_AFTER + 500;

    @Inject
    IdempotencyExtension extension;

    @Inject
    ApplicationName application;

    @Inject
    OperationCatalogue catalogue;

    void announce(@Observes @Priority(PRIORITY) @Initialized(ApplicationScoped.class) Object start) {
        List<String> operations =
                extension.operations().stream().map(Candidate::name).toList();
        LOG.log(Level.INFO, "Idem: {0} idempotent operation(s) in {1}", operations.size(), application.get());
        for (String vanished : catalogue.announce(application.get(), operations)) {
            LOG.log(
                    Level.WARNING,
                    "IDEM-0206 operation {0} of {1} is not deployed any more, but has keys that still bind: give a"
                            + " renamed method its old name by @IdempotentOperation(name = \"{0}\")",
                    vanished,
                    application.get());
        }
    }
}

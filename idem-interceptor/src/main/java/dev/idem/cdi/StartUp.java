package dev.idem.cdi;

import dev.idem.engine.OperationCatalogue;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.IntStream;

/** Says once what is deployed, and warns of operations that vanished while their keys still bind. */
@ApplicationScoped
class StartUp {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    /** After the tables have been checked. */
    private static final int PRIORITY = Interceptor.Priority.PLATFORM_AFTER + 1_000;

    /** Two nodes that start at once may meet at the same row: the second try finds it. */
    private static final int TRIES = 2;

    @Inject
    IdempotencyExtension extension;

    @Inject
    ApplicationName application;

    @Inject
    OperationCatalogue catalogue;

    @Inject
    Transactions transactions;

    void announce(@Observes @Priority(PRIORITY) @Initialized(ApplicationScoped.class) ServletContext start) {
        List<OperationCatalogue.Entry> operations =
                extension.operations().stream().map(CatalogueEntries::of).toList();
        LOG.log(Level.INFO, "Idem: {0} idempotent operation(s) in {1}", operations.size(), application.get());
        if (IntStream.range(0, TRIES).noneMatch(each -> written(operations))) {
            LOG.log(Level.WARNING, "IDEM-0207 the catalogue of operations could not be written; Idem works without");
        }
    }

    private boolean written(List<OperationCatalogue.Entry> operations) {
        try {
            transactions.begin();
            List<String> vanished = catalogue.announce(application.get(), operations);
            transactions.commit();
            vanished.forEach(this::warn);
            return true;
        } catch (StoreFailure | Transactions.CommitFailure failure) {
            LOG.log(Level.DEBUG, "the catalogue could not be written", failure);
            return false;
        } finally {
            transactions.rollback();
        }
    }

    private void warn(String vanished) {
        LOG.log(
                Level.WARNING,
                "IDEM-0206 operation {0} of {1} is not deployed any more, but has keys that still bind: give a renamed"
                        + " method its old name, name = \"{0}\"",
                vanished,
                application.get());
    }
}

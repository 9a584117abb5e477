package dev.idem.cdi;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.OperationCatalogue;
import dev.idem.engine.StoreCheck;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stops the start of a web application whose database Idem cannot work on; else says once what is deployed, and warns of
 * operations that vanished while their keys still bind, and starts what goes on beside the calls. Runs after {@code @Startup} beans and observers of
 * {@code @Initialized(ApplicationScoped.class)}, which may migrate the database, and before the first request.
 */
public class StartUp implements ServletContextListener {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    /** Two nodes that start at once may meet at the same row: the second try finds it. */
    private static final int TRIES = 2;

    @Inject
    IdempotencyExtension extension;

    @Inject
    Deployment deployment;

    @Inject
    StoreCheck store;

    @Inject
    Upcasters upcasters;

    @Inject
    OperationCatalogue catalogue;

    @Inject
    Transactions transactions;

    @Inject
    @Any
    Instance<BackgroundWork> background;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public StartUp() {}

    @Override
    public void contextInitialized(ServletContextEvent start) {
        checkStore();
        if (deployment.runsOperations()) {
            upcasters.check(extension.operations());
            announce();
        }
        work().forEach(BackgroundWork::start);
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        work().forEach(BackgroundWork::stop);
    }

    private Stream<BackgroundWork> work() {
        return background.stream().filter(each -> deployment.runsOperations() || each.withoutOperations());
    }

    private void checkStore() {
        transactions.begin();
        try {
            store.check();
        } finally {
            transactions.rollback();
        }
    }

    private void announce() {
        List<OperationCatalogue.Entry> operations = extension.operations().stream()
                .map(new CatalogueEntries(extension.replayability())::of)
                .toList();
        LOG.log(Level.INFO, "Idem: {0} idempotent operation(s) in {1}", operations.size(), deployment.application());
        if (IntStream.range(0, TRIES).noneMatch(each -> written(operations))) {
            LOG.log(Level.WARNING, "IDEM-0207 the catalogue of operations could not be written; Idem works without");
        }
    }

    private boolean written(List<OperationCatalogue.Entry> operations) {
        try {
            transactions.begin();
            List<String> vanished = catalogue.announce(deployment.application(), operations);
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
                deployment.application());
    }
}

package dev.idem.observe;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.StoreCheck;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.StoreFigures;
import dev.idem.engine.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the store when somebody asks, not too often and never for long: who scrapes metrics or probes health gets an
 * answer also while the store gives none.
 */
@ApplicationScoped
class StoreWatch implements StoreSight, BackgroundWork {

    private static final Logger LOG = System.getLogger(StoreWatch.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    Transactions transactions;

    @Inject
    StoreCheck check;

    @Inject
    StoreFigures figures;

    @Inject
    Deployment deployment;

    private volatile @Nullable Refreshed<StoreView> view;

    /**
     * Remembers the application's context: who asks is a thread of the server, in the context of none or another one, and
     * what such a thread hands to an executor is never run. Earlier there is no executor to be had.
     */
    @Override
    public void start() {
        ObserveSettings settings = ObserveSettings.of(ConfigProvider.getConfig());
        Executor inContext = executor.getContextService().currentContextExecutor();
        view = new Refreshed<>(
                this::look, task -> inContext.execute(() -> executor.execute(task)), settings, System::nanoTime);
    }

    @Override
    public boolean withoutOperations() {
        return true;
    }

    @Override
    public void stop() {}

    /** What was seen last, if that is not long ago; else what is seen now. */
    @Override
    public StoreView view() {
        Refreshed<StoreView> started = view;
        return started == null
                ? new StoreView.Failing("the application is starting")
                : started.get()
                        .orElseGet(
                                () -> new StoreView.Failing(
                                        "the store did not answer within idem.observe.timeout: see"
                                                + " whether the database, and the pool of idem.datasource, can serve another connection"));
    }

    private StoreView look() {
        try {
            transactions.begin();
            check.check();
            return new StoreView.Working(figures.of(deployment.application()));
        } catch (StoreFailure failure) {
            LOG.log(Level.DEBUG, "the store cannot be looked at", failure);
            return new StoreView.Failing(String.valueOf(failure.getMessage()));
        } finally {
            transactions.rollback();
        }
    }
}

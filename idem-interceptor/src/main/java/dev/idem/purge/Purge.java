package dev.idem.purge;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.PurgeStore;
import dev.idem.engine.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The purge of this node. Nodes need not know of each other: what one holds the others leave out. */
@ApplicationScoped
class Purge implements BackgroundWork {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    PurgeStore store;

    @Inject
    Transactions transactions;

    @Inject
    Progress progress;

    private volatile @Nullable PurgeLoop loop;

    /** Begins, unless this node leaves it to others. */
    @Override
    public void start() {
        PurgeSettings settings = PurgeSettings.of(ConfigProvider.getConfig());
        if (settings.enabled()) {
            Pace pace = new Pace(settings.interval(), settings.batch(), () -> ThreadLocalRandom.current()
                    .nextDouble());
            Rounds rounds = new Rounds(
                    store,
                    new ShortTransactions(transactions),
                    settings.keeping(),
                    new Rounds.Rhythm(pace, progress, System::nanoTime));
            PurgeLoop begun = new PurgeLoop(rounds::next, scheduler, executor);
            progress.active(true);
            begun.after(pace.beforeWork());
            loop = begun;
        }
    }

    @Override
    public void stop() {
        PurgeLoop running = loop;
        if (running != null) {
            running.stop();
        }
        progress.active(false);
    }
}

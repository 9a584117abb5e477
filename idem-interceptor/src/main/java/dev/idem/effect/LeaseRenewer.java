package dev.idem.effect;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.EffectStore;
import dev.idem.engine.LeaseRenewal;
import dev.idem.engine.Leases;
import dev.idem.engine.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Renews the leases of the effects that run on this node. */
@ApplicationScoped
class LeaseRenewer implements BackgroundWork {

    /** A third of the shortest lease there may be. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    EffectStore store;

    @Inject
    Transactions transactions;

    @Inject
    Leases leases;

    @Inject
    Ticks ticks;

    @Produces
    @Singleton
    static Leases leases() {
        return new Leases(System::nanoTime);
    }

    @Override
    public void start() {
        ticks.start(PAUSE, new LeaseRenewal(store, transactions, leases)::renew);
    }

    @Override
    public void stop() {
        ticks.stop();
    }
}

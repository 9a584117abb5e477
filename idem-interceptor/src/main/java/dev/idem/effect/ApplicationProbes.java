package dev.idem.effect;

import dev.idem.engine.EffectProbes;
import dev.idem.engine.RecordKey;
import dev.idem.spi.EffectProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Asks the application's probes, with a request context. */
@ApplicationScoped
class ApplicationProbes implements EffectProbes {

    private static final Logger LOG = System.getLogger(ApplicationProbes.class.getName());

    @Inject
    @Any
    Instance<EffectProbe> probes;

    @Inject
    Instance<RequestContextController> requestContexts;

    @Override
    public EffectProbe.Finding ask(RecordKey key) {
        RequestContextController context = requestContexts.get();
        boolean ours = context.activate();
        try {
            return asked(key);
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "the EffectProbe for " + key + " failed", failure);
            return unknown("the EffectProbe failed: " + failure);
        } finally {
            if (ours) {
                context.deactivate();
            }
            requestContexts.destroy(context);
        }
    }

    private EffectProbe.Finding asked(RecordKey key) {
        return probes.stream()
                .filter(probe -> probe.operation().equals(key.operation()))
                .findFirst()
                .map(probe -> probe.probe(key.key(), key.scope()))
                .orElseGet(() -> unknown("the application has no EffectProbe for " + key.operation()));
    }

    private static EffectProbe.Finding unknown(String why) {
        return new EffectProbe.Finding(EffectProbe.Effect.UNKNOWN, why);
    }
}

package dev.idem.scenario.app;

import dev.idem.spi.EffectProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks where the effect would be. */
@ApplicationScoped
public class SentProbe implements EffectProbe {

    @Inject
    Effects effects;

    @Override
    public String operation() {
        return "effect.probed";
    }

    @Override
    public Finding probe(String key, String scope) {
        return new Finding(effects.count(key) > 0 ? Effect.HAPPENED : Effect.NOT_HAPPENED, "looked");
    }
}

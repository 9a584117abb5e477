package dev.idem.scenario.app;

import dev.idem.spi.EffectProbe;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Tells an operator whether an order was bought. */
@RequestScoped
public class OrderProbe implements EffectProbe {

    @Inject
    Effects effects;

    @Override
    public String operation() {
        return "replay.buy";
    }

    @Override
    public Finding probe(String key, String scope) {
        return effects.count(key) > 0
                ? new Finding(Effect.HAPPENED, "there is an effect of " + scope)
                : new Finding(Effect.NOT_HAPPENED, "there is no effect of " + scope);
    }
}

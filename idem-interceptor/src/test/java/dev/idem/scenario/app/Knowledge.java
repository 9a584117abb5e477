package dev.idem.scenario.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Knows what has been done, for skip expressions. */
@Named
@ApplicationScoped
public class Knowledge {

    @Inject
    Effects effects;

    public boolean has(String id) {
        return effects.visible(id);
    }
}

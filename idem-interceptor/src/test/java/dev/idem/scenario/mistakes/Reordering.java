package dev.idem.scenario.mistakes;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** An extension that has the application's own fault tolerance run innermost. */
public class Reordering implements Extension {

    private static final int LAST = 10_000;

    void reorder(@Observes @Priority(LAST) AfterTypeDiscovery discovery) {
        discovery.getInterceptors().remove(OwnFaultToleranceInterceptor.class);
        discovery.getInterceptors().add(OwnFaultToleranceInterceptor.class);
    }
}

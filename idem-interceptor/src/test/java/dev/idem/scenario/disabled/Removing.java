package dev.idem.scenario.disabled;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** An extension that lets no interceptor of Idem's pass. */
public class Removing implements Extension {

    private static final int LAST = 10_000;

    void remove(@Observes @Priority(LAST) AfterTypeDiscovery discovery) {
        discovery.getInterceptors().removeIf(type -> type.getName().startsWith("dev.idem.cdi."));
    }
}

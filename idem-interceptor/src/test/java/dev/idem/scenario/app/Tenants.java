package dev.idem.scenario.app;

import dev.idem.spi.ScopeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The tenant a thread works for, which most of the scenarios do for none. */
@ApplicationScoped
public class Tenants implements ScopeSource {

    private final ThreadLocal<String> current = new ThreadLocal<>();

    @Override
    public Optional<String> tenant() {
        return Optional.ofNullable(current.get());
    }

    public void during(String tenant, Runnable work) {
        current.set(tenant);
        try {
            work.run();
        } finally {
            current.remove();
        }
    }
}

package dev.idem.bench.app;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;

/** Spring Integration's metadata store, which its idempotent receiver asks, in the business transaction. */
@Named("Spring Integration")
@ApplicationScoped
public class SpringIntegration implements Contender {

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @SuppressWarnings("NullAway.Init")
    private JdbcMetadataStore store;

    @PostConstruct
    void start() {
        store = new JdbcMetadataStore(transacted.database());
        store.afterPropertiesSet();
    }

    @Override
    public void note(Order order) throws Exception {
        transacted.run(() -> {
            if (store.putIfAbsent(order.id(), "seen") == null) {
                effects.add(order);
            }
            return true;
        });
    }
}

package dev.idem.bench.app;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;

/** Apache Camel's JDBC repository as it comes: a transaction of its own before the work, another one if it fails. */
@Named("Camel JDBC, own")
@ApplicationScoped
public class CamelOwn implements Contender {

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @SuppressWarnings("NullAway.Init")
    private JdbcMessageIdRepository repository;

    @PostConstruct
    void start() {
        repository = new JdbcMessageIdRepository(transacted.database(), "bench");
        repository.setTableName("camel_own");
        repository.setCreateTableIfNotExists(false);
        repository.start();
    }

    @Override
    public void note(Order order) throws Exception {
        if (!repository.add(order.id())) {
            return;
        }
        try {
            transacted.connected(connection -> {
                effects.add(connection, order);
                return true;
            });
            repository.confirm(order.id());
        } catch (Exception failure) {
            repository.remove(order.id());
            throw failure;
        }
    }
}

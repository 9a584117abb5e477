package dev.idem.bench.app;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.transaction.jta.JtaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Apache Camel's JDBC repository in the business transaction, called without a route. */
@Named("Camel JDBC, joined")
@ApplicationScoped
public class CamelJoined implements Contender {

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @SuppressWarnings("NullAway.Init")
    private JdbcMessageIdRepository repository;

    @PostConstruct
    void start() {
        JtaTransactionManager jta = new JtaTransactionManager(transacted.transaction());
        jta.afterPropertiesSet();
        repository = new JdbcMessageIdRepository(transacted.database(), new TransactionTemplate(jta), "bench");
        repository.setTableName("camel_joined");
        repository.setCreateTableIfNotExists(false);
        repository.start();
    }

    @Override
    public void note(Order order) throws Exception {
        transacted.run(() -> {
            if (repository.add(order.id())) {
                effects.add(order);
            }
            return true;
        });
    }
}

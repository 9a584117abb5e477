package dev.idem.persistence;

import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Stops the start of a web application whose database Idem cannot work on. Runs after {@code @Startup} beans and after
 * all observers of {@code @Initialized(ApplicationScoped.class)}: at that event, Payara cannot look up persistence units
 * for a library yet.
 */
@WebListener
public class StartupCheck implements ServletContextListener {

    @Inject
    SchemaCheck schema;

    @Inject
    Transactions transactions;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public StartupCheck() {}

    @Override
    public void contextInitialized(ServletContextEvent start) {
        transactions.begin();
        try {
            schema.checkDatabase();
            checkTables();
        } finally {
            transactions.rollback();
        }
    }

    private void checkTables() {
        try {
            schema.checkTables();
        } catch (StoreFailure failure) {
            throw new StoreFailure(
                    failure.getMessage() + ". If the application applies it with Flyway at its start, let it do so in"
                            + " a @Startup bean or an observer of @Initialized(ApplicationScoped.class)",
                    failure);
        }
    }
}

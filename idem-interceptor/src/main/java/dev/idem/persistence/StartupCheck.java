package dev.idem.persistence;

import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;

/**
 * Stops the start of an application whose database Idem cannot work on. It waits for the event of the web module: the
 * container fires one for the libraries earlier, when neither the application's own observers have been called nor, in a
 * WAR without EJBs, persistence contexts can be looked up.
 */
@Dependent
class StartupCheck {

    /** An observer without a priority has 2500, and so runs before. */
    static final int PRIORITY = Interceptor.Priority.LIBRARY_AFTER + 500;

    private final SchemaCheck schema;
    private final Transactions transactions;

    @Inject
    StartupCheck(SchemaCheck schema, Transactions transactions) {
        this.schema = schema;
        this.transactions = transactions;
    }

    void onStart(@Observes @Priority(PRIORITY) @Initialized(ApplicationScoped.class) ServletContext start) {
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
                            + " an observer of @Initialized(ApplicationScoped.class) with a @Priority below "
                            + PRIORITY,
                    failure);
        }
    }
}

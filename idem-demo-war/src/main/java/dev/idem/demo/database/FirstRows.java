package dev.idem.demo.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;

/**
 * Sees to it that a row is there before an operation needs it, also if others add it at the same moment. The statement
 * for that differs from database to database; a small transaction of its own that may fail does not.
 */
@ApplicationScoped
public class FirstRows {

    @Inject
    @SuppressWarnings("NullAway.Init")
    FirstRow row;

    /**
     * Adds a row unless it is there. To be called outside a transaction.
     *
     * @param id its primary key
     * @param fresh the row as it begins
     */
    public void see(Object id, Object fresh) {
        try {
            row.addIfAbsent(id, fresh);
        } catch (PersistenceException | TransactionalException e) {
            if (!UniqueKey.violated(e)) {
                throw e;
            }
        }
    }
}

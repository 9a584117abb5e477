package dev.idem.bench.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** The transaction that hand-written code begins: JTA, on the data source that all share. */
@ApplicationScoped
public class Transacted {

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    <T> T run(Callable<T> work) throws Exception {
        transaction.begin();
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            transaction.rollback();
            throw failure;
        }
        transaction.commit();
        return result;
    }

    /** Work on the transaction's one connection. */
    <T> T connected(Work<T> work) throws Exception {
        return run(() -> {
            try (Connection connection = database.getConnection()) {
                return work.run(connection);
            }
        });
    }

    UserTransaction transaction() {
        return transaction;
    }

    DataSource database() {
        return database;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T run(Connection connection) throws Exception;
    }
}

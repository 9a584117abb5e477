package dev.idem.persistence;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.util.Optional;

/** Remembers it in the JTA transaction. */
record JtaConnection(TransactionSynchronizationRegistry registry) implements TransactionConnection {

    /** Known to this persistence unit's transactions only. */
    private static final Object CONNECTION = new Object();

    @Override
    public Optional<Connection> known() {
        return Optional.ofNullable((Connection) registry.getResource(CONNECTION));
    }

    @Override
    public void remember(Connection connection) {
        registry.putResource(CONNECTION, connection);
    }
}

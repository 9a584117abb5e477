package dev.idem.persistence;

import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the connection of one transaction. */
final class RememberedConnection implements TransactionConnection {

    private @Nullable Connection connection;

    @Override
    public Optional<Connection> known() {
        return Optional.ofNullable(connection);
    }

    @Override
    public void remember(Connection used) {
        connection = used;
    }
}

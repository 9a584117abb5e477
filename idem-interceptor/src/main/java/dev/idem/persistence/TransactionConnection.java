package dev.idem.persistence;

import java.sql.Connection;
import java.util.Optional;

/** Remembers the driver's connection that the running transaction works on, until it ends. */
interface TransactionConnection {

    Optional<Connection> known();

    void remember(Connection connection);
}

package dev.idem.admin.testing;

/**
 * A running console on H2, with a user for each role ({@code viewer}, {@code operator}, {@code editor}, {@code boss},
 * {@code auditor}), one without ({@code nobody}), and one operation.
 *
 * @param database where its rows are
 * @param server the process
 * @param seed puts further rows there
 */
public record Console(ConsoleDatabase database, ConsoleServer server, Seed seed) implements AutoCloseable {

    /** The operation. */
    public static final String OPERATION = "payments.settle";

    static Console start() {
        ConsoleDatabase database = ConsoleDatabase.h2();
        ConsoleServer server = ConsoleServer.on(
                database,
                "idem.admin.environment=test",
                "idem.admin.alert.url=http://127.0.0.1:9/",
                "idem.admin.alert.interval=PT1H");
        Seed seed = new Seed(database);
        seed.user("viewer", "VIEWER");
        seed.user("operator", "OPERATOR");
        seed.user("editor", "EDITOR");
        seed.user("boss", "ADMIN");
        seed.user("auditor", "AUDITOR");
        seed.user("nobody", "");
        seed.operation(OPERATION);
        return new Console(database, server, seed);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}

package dev.idem.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between another JVM and PostgreSQL and reads along what the server answers (PostgreSQL's documentation,
 * "Message Formats"): {@code CommandComplete} ends a statement. A round trip is what the client sent before it waited for
 * {@code ReadyForQuery}: PostgreSQL's driver sends BEGIN along with the first statement.
 */
public final class PostgresWire implements AutoCloseable {

    private static final int READY_FOR_QUERY = 'Z';
    private static final int COMMAND_COMPLETE = 'C';

    private final TestDatabase database;
    private final ServerSocket listener;
    private final Object lock = new Object();
    private int roundTrips;
    private List<String> statements = new ArrayList<>();

    /** What went over the wire: round trips, and the server's tag of each statement, such as INSERT 0 1. */
    public record Traffic(int roundTrips, List<String> statements) {

        /** How many statements ended so. */
        public long count(String tag) {
            return statements.stream().filter(tag::equals).count();
        }
    }

    public PostgresWire(TestDatabase database) throws IOException {
        this.database = database;
        this.listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        start(this::accept);
    }

    /** The same database by way of this wire. */
    public TestDatabase tapped() {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        return new TestDatabase(
                database.vendor(),
                "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + address.getPath() + "?sslmode=disable",
                database.user(),
                database.password());
    }

    /** What goes over the wire during a call. */
    public Traffic during(Callable<?> call) throws Exception {
        synchronized (lock) {
            roundTrips = 0;
            statements = new ArrayList<>();
        }
        call.call();
        synchronized (lock) {
            return new Traffic(roundTrips, List.copyOf(statements));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() throws IOException {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            Socket server = new Socket(address.getHost(), address.getPort());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            AtomicBoolean asked = new AtomicBoolean();
            start(() -> forward(client, server, asked));
            start(() -> readAlong(server, client, asked));
        }
    }

    private static void forward(Socket client, Socket server, AtomicBoolean asked) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (client;
                server) {
            InputStream questions = client.getInputStream();
            for (int length = questions.read(buffer); length >= 0; length = questions.read(buffer)) {
                asked.set(true);
                server.getOutputStream().write(buffer, 0, length);
            }
        }
    }

    private void readAlong(Socket server, Socket client, AtomicBoolean asked) throws IOException {
        DataInputStream answers = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
        for (int type = answers.read(); type >= 0; type = answers.read()) {
            int length = answers.readInt();
            byte[] content = answers.readNBytes(length - Integer.BYTES);
            note(type, content, asked);
            out.writeByte(type);
            out.writeInt(length);
            out.write(content);
            if (answers.available() == 0) {
                out.flush();
            }
        }
    }

    private void note(int type, byte[] content, AtomicBoolean asked) {
        synchronized (lock) {
            if (type == READY_FOR_QUERY && asked.getAndSet(false)) {
                roundTrips++;
            } else if (type == COMMAND_COMPLETE) {
                statements.add(new String(content, 0, content.length - 1, StandardCharsets.US_ASCII));
            }
        }
    }

    private void start(Step step) {
        Thread thread = new Thread(() -> run(step), "postgres-wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** A connection that ends, ends by an exception more often than not: its peer sees it too. */
    private void run(Step step) {
        try {
            step.run();
        } catch (IOException ended) {
            System.getLogger(PostgresWire.class.getName()).log(System.Logger.Level.DEBUG, "ended", ended);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}

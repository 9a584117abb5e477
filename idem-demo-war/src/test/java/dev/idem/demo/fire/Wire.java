package dev.idem.demo.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a node and its database: can be cut, slowed down, and set traps on. Its port stays the same. Closing it
 * cuts all connections.
 */
final class Wire implements AutoCloseable {

    private static final int BACKLOG = 100;

    private final ServerSocket listener;
    private final int database;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    private volatile Duration delay = Duration.ZERO;

    /**
     * A wire.
     *
     * @param database the port of the database on 127.0.0.1
     */
    Wire(int database) {
        this.database = database;
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Link.start("wire", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void set(Trap newTrap) {
        trap.set(newTrap);
    }

    void clear() {
        trap.set(null);
    }

    @Nullable
    Trap trap() {
        return trap.get();
    }

    /** Holds up whatever a client sends. */
    void slow(Duration newDelay) {
        delay = newDelay;
    }

    Duration delay() {
        return delay;
    }

    /** Ends all connections; returns how many there were. */
    int cut() {
        int count = 0;
        for (Link link : links) {
            link.cut();
            count++;
        }
        return count;
    }

    void ended(Link link) {
        links.remove(link);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            cut();
        }
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            try {
                Link link = new Link(this, client, new Socket(InetAddress.getLoopbackAddress(), database));
                links.add(link);
                link.start();
            } catch (IOException noDatabase) {
                client.close();
            }
        }
    }
}

package dev.idem.demo.fire;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One connection over a {@link Wire}. */
final class Link {

    private static final int BUFFER = 64 * 1024;

    private final Wire wire;
    private final Socket client;
    private final Socket server;
    private boolean business;
    private volatile @Nullable Trap unanswered;

    Link(Wire wire, Socket client, Socket server) throws IOException {
        this.wire = wire;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        start("wire-questions", this::questions);
        start("wire-answers", this::answers);
    }

    private void questions() throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int length = client.getInputStream().read(buffer);
                    length >= 0;
                    length = client.getInputStream().read(buffer)) {
                LockSupport.parkNanos(wire.delay().toNanos());
                if (isTrapped(buffer, length)) {
                    return;
                }
                server.getOutputStream().write(buffer, 0, length);
            }
        } finally {
            cut();
        }
    }

    /** Whether this must not be passed on. */
    private boolean isTrapped(byte[] buffer, int length) {
        Trap trap = wire.trap();
        if (trap == null) {
            return false;
        }
        String sent = Point.readable(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        business |= Point.EFFECT.isIn(sent);
        boolean caught = trap.closesOn(sent, business);
        if (Point.COMMIT.isIn(sent) || sent.contains("rollback")) {
            business = false;
        }
        if (caught && trap.side() == Trap.Side.AFTER) {
            unanswered = trap;
            return false;
        }
        if (caught) {
            trap.strike();
        }
        return caught;
    }

    private void answers() throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int length = server.getInputStream().read(buffer);
                    length >= 0;
                    length = server.getInputStream().read(buffer)) {
                Trap caught = unanswered;
                if (caught != null) {
                    caught.strike();
                    return;
                }
                client.getOutputStream().write(buffer, 0, length);
            }
        } finally {
            cut();
        }
    }

    /** Ends it at both ends. */
    void cut() {
        wire.ended(this);
        try (client;
                server) {
            System.getLogger(Link.class.getName()).log(Level.TRACE, "cut");
        } catch (IOException gone) {
            System.getLogger(Link.class.getName()).log(Level.DEBUG, "was gone", gone);
        }
    }

    static void start(String name, Step step) {
        Thread thread = new Thread(() -> run(step), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** A connection that ends, ends by an exception more often than not. */
    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException ended) {
            System.getLogger(Link.class.getName()).log(Level.DEBUG, "ended", ended);
        }
    }

    /** Something that ends with a connection. */
    interface Step {
        void run() throws IOException;
    }
}

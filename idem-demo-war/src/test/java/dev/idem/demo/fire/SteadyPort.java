package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 for servers that go away and come back. They are below those that clients get (from 32768 on Linux): else
 * a client that knocks while its server is away may be given that very port, talk to itself, and keep it from the server.
 */
final class SteadyPort {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 50;

    private SteadyPort() {}

    static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                System.getLogger(SteadyPort.class.getName()).log(System.Logger.Level.DEBUG, "is taken", taken);
            }
        }
        throw new DemoFailed("No free port on 127.0.0.1 from " + LOWEST + " to " + HIGHEST);
    }
}

package dev.idem.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1. */
public final class Ports {

    private static final int MOST_TRIES = 50;

    private Ports() {}

    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DemoFailed("No free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /** A free one whose second neighbour below is free too: RocketMQ listens at both. */
    static int freeWithTheOneTwoBelow() {
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = free();
            if (isFree(port - 2)) {
                return port;
            }
        }
        throw new DemoFailed("No two free ports on 127.0.0.1 in " + MOST_TRIES + " tries.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static void requireFree(int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        } catch (IOException e) {
            throw new DemoFailed(
                    "Port " + port + " on 127.0.0.1 is taken (" + e.getMessage()
                            + "). Stop what listens there, or choose another port: ./mvnw -Pdemo -D" + option + "="
                            + (port == 65535 ? 8080 : port + 1),
                    e);
        }
    }
}

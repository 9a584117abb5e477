package dev.idem.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * Sockets that count how often a client waits for its server: reads that follow a write. PostgreSQL's driver makes it
 * by the name in {@code socketFactory}, with {@code socketFactoryArg} as the name to count under.
 */
public final class TurnaroundSockets extends SocketFactory {

    private static final Map<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();

    private final AtomicInteger count;

    public TurnaroundSockets(String name) {
        this.count = counted(name);
    }

    public static AtomicInteger counted(String name) {
        return COUNTS.computeIfAbsent(name, unused -> new AtomicInteger());
    }

    @Override
    public Socket createSocket() {
        return new CountingSocket(count);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver connects the socket itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the driver connects the socket itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver connects the socket itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("the driver connects the socket itself");
    }

    private static final class CountingSocket extends Socket {

        private final AtomicInteger count;
        private volatile boolean wrote;

        CountingSocket(AtomicInteger count) {
            this.count = count;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    if (wrote) {
                        wrote = false;
                        count.incrementAndGet();
                    }
                    return super.read(buffer, offset, length);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    wrote = true;
                    out.write(buffer, offset, length);
                }

                @Override
                public void write(int value) throws IOException {
                    wrote = true;
                    super.write(value);
                }
            };
        }
    }
}

package dev.idem.testing;

import java.net.URI;

/** A process that serves an application. Closing it ends the process. */
public interface Host extends AutoCloseable {

    /** An address, such as {@code shop/api/orders}. */
    URI uri(String path);

    /** What it has written so far. */
    String log();

    @Override
    void close();
}

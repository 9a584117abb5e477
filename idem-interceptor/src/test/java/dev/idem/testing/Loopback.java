package dev.idem.testing;

import java.net.URI;
import java.net.URL;

/** Where a test's server listens: it names one of the machine's addresses, but listens on loopback only. */
public final class Loopback {

    private Loopback() {}

    /**
     * An address inside a deployed WAR.
     *
     * @param war as Arquillian injects it
     * @param path relative to the WAR's context root, without a leading slash
     */
    public static URI uri(URL war, String path) {
        return URI.create("http://127.0.0.1:" + war.getPort() + war.getPath() + path);
    }
}

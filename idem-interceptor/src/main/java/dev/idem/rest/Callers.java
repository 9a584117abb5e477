package dev.idem.rest;

import dev.idem.engine.Caller;
import dev.idem.engine.Digest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells apart who calls: by name, else by the address the connection comes from. */
final class Callers {

    /** Of an IPv6 address, whose other half a client chooses freely (RFC 4291 §2.5.4). */
    private static final int NETWORK_BYTES = 8;

    private Callers() {}

    static Digest of(Caller caller, String address) {
        return caller instanceof Caller.Authenticated authenticated
                ? Digest.ofTexts("name", authenticated.name())
                : Digest.ofTexts("address", network(address));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}

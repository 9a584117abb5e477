package dev.idem.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which headers of a method's response are stored: all it set, but those that belong to one connection or one message
 * (RFC 9110 §7.6.1, {@code Date}, {@code Content-Length}), cookies, and our own. Headers of filters are added later and
 * so are never seen here.
 */
final class StoredHeaders {

    private static final Set<String> NOT_STORED = Set.of(
            "connection",
            "content-length",
            "date",
            "idempotent-replayed",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "set-cookie",
            "set-cookie2",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private StoredHeaders() {}

    static Map<String, List<String>> of(Map<String, List<String>> all) {
        Map<String, List<String>> stored = new TreeMap<>();
        all.forEach((name, values) -> {
            if (!NOT_STORED.contains(name.toLowerCase(Locale.ROOT))) {
                stored.put(name, List.copyOf(values));
            }
        });
        return stored;
    }
}

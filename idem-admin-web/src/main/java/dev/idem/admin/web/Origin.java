package dev.idem.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Judges where a request comes from by what a browser sends along: {@code Sec-Fetch-Site} (Fetch Metadata) and
 * {@code Origin} (RFC 6454). The scheme is left to {@code trusted}, for a proxy may end TLS.
 *
 * @param trusted further origins, such as {@code https://ops.example.com}, where a proxy changes the host
 */
record Origin(Set<String> trusted) {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    boolean own(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (origin != null && trusted.contains(origin)) {
            return true;
        }
        boolean ownSite = site == null || OWN_SITE.contains(site);
        return ownSite && (origin == null || sameHost(origin, request.getHeader("Host")));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}

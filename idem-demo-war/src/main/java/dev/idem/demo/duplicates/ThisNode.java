package dev.idem.demo.duplicates;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where this node's services are. */
final class ThisNode {

    private ThisNode() {}

    /** Never what a caller says: only the port at which the request really came in. */
    static URI api(HttpServletRequest request) {
        return URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + "/api");
    }
}

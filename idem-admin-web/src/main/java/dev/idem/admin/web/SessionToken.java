package dev.idem.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that a session's own forms send along. 256 random bits. */
final class SessionToken {

    static final String FIELD = "_csrf";

    private static final String ATTRIBUTE = SessionToken.class.getName();
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionToken() {}

    /** The token of the session, which begins if there is none. */
    static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        Object known = session.getAttribute(ATTRIBUTE);
        if (known instanceof String token) {
            return token;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        session.setAttribute(ATTRIBUTE, token);
        return token;
    }

    static boolean matches(HttpServletRequest request, String sent) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(ATTRIBUTE) instanceof String token
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}

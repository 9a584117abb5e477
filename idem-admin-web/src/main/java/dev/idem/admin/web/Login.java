package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * Who logged in, as the session keeps it.
 *
 * @param user the user's name
 * @param version the version of the user at that time
 */
public record Login(String user, int version) implements Serializable {

    private static final String ATTRIBUTE = Login.class.getName();

    /**
     * Begins a session of a user: a new one, with another id, another token, and nothing of the old one.
     *
     * @param idle how long it may be idle, in seconds
     */
    public static void begin(HttpServletRequest request, AdminUser user, int idle) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(idle);
        session.setAttribute(ATTRIBUTE, new Login(user.name(), user.version()));
    }

    /** Ends the session, if there is one. */
    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<Login> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Login) session.getAttribute(ATTRIBUTE));
    }
}

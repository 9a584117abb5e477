package dev.idem.rest;

import dev.idem.IdempotencyTokens;
import dev.idem.IssuedToken;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.CurrentRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Issues tokens to clients that have no page of the application to get them from. Takes JSON only, which no form of another
 * site can send and which its scripts may send to nobody who does not allow it. Used by many threads at once.
 */
public class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(TokenServlet.class.getName());

    /** Asked when a token is wanted, not before: this class is in every WAR, its endpoint only where it is switched on. */
    @Inject
    private transient Instance<IdempotencyTokens> tokens;

    @Inject
    private transient CurrentRequest request;

    private transient RateLimit limit;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public TokenServlet() {}

    @Override
    public void init() {
        limit = new RateLimit(TokenEndpoint.of(ConfigProvider.getConfig()).rate(), System::nanoTime);
    }

    @Override
    protected void service(HttpServletRequest call, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            issue(call, response);
        } catch (TokenRefusal refusal) {
            refusal.answer(response);
        } catch (StoreUnavailableException failure) {
            LOG.log(Level.WARNING, "IDEM-0401 answered 503: {0}", failure.getMessage());
            TokenRefusal.storeUnavailable().answer(response);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "IDEM-0403 no token was issued: answered 500", failure);
            TokenRefusal.failed().answer(response);
        }
    }

    private void issue(HttpServletRequest call, HttpServletResponse response) throws IOException {
        if (!call.getMethod().equals("POST")) {
            throw TokenRefusal.notAllowed();
        }
        long wait = limit.secondsToWait(Callers.of(request.caller(), call.getRemoteAddr()));
        if (wait > 0) {
            throw TokenRefusal.tooMany(wait);
        }
        TokenRequest wanted = TokenRequest.read(call);
        send(issued(wanted), response);
    }

    private IssuedToken issued(TokenRequest wanted) {
        try {
            return tokens.get().issue(wanted.operation(), wanted.purpose());
        } catch (IllegalArgumentException wrong) {
            throw TokenRefusal.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static void send(IssuedToken token, HttpServletResponse response) throws IOException {
        String body = Json.createObjectBuilder()
                .add("token", token.token())
                .add("id", token.id())
                .add("expiresAt", token.expiresAt().toString())
                .build()
                .toString();
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setContentType("application/json");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

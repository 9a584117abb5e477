package dev.idem.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Why the token endpoint issues none. What HTTP itself has a status for has no type of its own (RFC 9457 §4.2.1). */
final class TokenRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String BLANK = "about:blank";

    private final transient ProblemText problem;
    private final transient Map<String, String> headers;

    private TokenRefusal(ProblemText problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    static TokenRefusal wrong(String detail) {
        return of(TokenProblem.INVALID_TOKEN_REQUEST, detail, Map.of());
    }

    static TokenRefusal tooMany(long seconds) {
        return of(
                TokenProblem.TOO_MANY_TOKENS,
                "ask again in " + seconds + " seconds",
                Map.of("Retry-After", Long.toString(seconds)));
    }

    static TokenRefusal notAllowed() {
        return blank(405, "Method Not Allowed", "tokens are issued by POST", Map.of("Allow", "POST"));
    }

    static TokenRefusal noJson() {
        return blank(415, "Unsupported Media Type", "send a JSON object as application/json", Map.of());
    }

    static TokenRefusal tooLarge(int longest) {
        return blank(413, "Content Too Large", "send at most " + longest + " bytes", Map.of("Connection", "close"));
    }

    static TokenRefusal storeUnavailable() {
        Problem problem = Problem.STORE_UNAVAILABLE;
        return new TokenRefusal(
                new ProblemText(problem.type(), problem.status(), problem.title(), problem.title(), Optional.empty()),
                Map.of("Retry-After", "1"));
    }

    static TokenRefusal failed() {
        return blank(500, "Internal Server Error", "the server's log says why", Map.of());
    }

    private static TokenRefusal of(TokenProblem problem, String detail, Map<String, String> headers) {
        return new TokenRefusal(
                new ProblemText(problem.type(), problem.status(), problem.title(), detail, Optional.empty()), headers);
    }

    private static TokenRefusal blank(int status, String title, String detail, Map<String, String> headers) {
        return new TokenRefusal(new ProblemText(BLANK, status, title, detail, Optional.empty()), headers);
    }

    void answer(HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        headers.forEach(response::setHeader);
        ProblemPage.of(ConfigProvider.getConfig())
                .link(problem.type())
                .ifPresent(link -> response.setHeader("Link", link));
        response.setContentType(ProblemText.MEDIA_TYPE);
        response.getOutputStream().write(problem.json().getBytes(StandardCharsets.UTF_8));
    }
}

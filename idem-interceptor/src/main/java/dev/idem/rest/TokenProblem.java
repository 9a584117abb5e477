package dev.idem.rest;

import java.util.Locale;

/** The problem types that only the token endpoint answers with. PROBLEMS.md lists them too. */
enum TokenProblem {
    INVALID_TOKEN_REQUEST(400, "No token can be issued for that"),
    TOO_MANY_TOKENS(429, "Too many tokens were asked for");

    private final int status;
    private final String title;

    TokenProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String type() {
        return ProblemText.type(name().toLowerCase(Locale.ROOT));
    }
}

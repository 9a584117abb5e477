package dev.idem.admin.tokens;

import dev.idem.inspect.Intent;
import dev.idem.inspect.Operator;
import dev.idem.inspect.TokenActions;
import dev.idem.inspect.TokenLine;

/** What can be revoked from a token's page. */
enum Revocation {
    ONE("revoke"),
    ALL("revoke-all");

    private final String path;

    Revocation(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    void run(TokenActions actions, Operator operator, TokenLine token, Intent intent) {
        switch (this) {
            case ONE -> actions.revoke(operator, token.publicId(), intent);
            case ALL -> actions.revokeAll(operator, token.group(), intent);
        }
    }

    String hindrance(TokenPage token) {
        return this == ONE ? token.hindrance() : token.group().hindrance();
    }

    /** What the button says. */
    String button(TokenPage token) {
        return this == ONE
                ? "Revoke this one token"
                : "Revoke all that are good: " + token.group().good();
    }

    /** What happens. */
    String consequence() {
        String end = " A call that hands one in is refused, and its caller has to ask for a new one. Calls that are"
                + " running now are not stopped. This cannot be undone.";
        return this == ONE
                ? "The token stops being good." + end
                : "All good tokens of this purpose and subject stop being good, those too that are issued until you click."
                        + end;
    }
}

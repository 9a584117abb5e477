package dev.idem.key;

import dev.idem.Scope;
import dev.idem.engine.Caller;
import java.util.Optional;

/** The scope of a call as text. Stateless. */
public final class Scopes {

    /** What to tell a caller for whom {@link #text} is empty. */
    public static final String NO_CALLER =
            "scope CALLER needs an authenticated caller and there is none; authenticate the request, or set scope = AUTO"
                    + " or GLOBAL";

    private Scopes() {}

    /**
     * The text, 0 to 255 characters: "" for global, {@code anonymous}, {@code caller:<name>}, or
     * {@code caller#sha256:<digest>} for names that are too long.
     *
     * @return empty if the scope needs an authenticated caller and there is none
     */
    public static Optional<String> text(Scope scope, Caller caller) {
        return Optional.empty();
    }

    /** Tells whether the arguments must be the same whatever {@code checkArguments} says: strangers share a scope. */
    public static boolean argumentsMustMatch(Scope scope, Caller caller) {
        return scope == Scope.AUTO && caller instanceof Caller.Anonymous;
    }
}

package dev.idem.key;

import dev.idem.Scope;
import dev.idem.engine.Caller;
import dev.idem.engine.Digest;
import java.util.Optional;

/** The scope of a call as text. Stateless. */
public final class Scopes {

    /** What to tell a caller for whom {@link #text} is empty. */
    public static final String NO_CALLER =
            "scope CALLER needs an authenticated caller and there is none; authenticate the request, or set scope = AUTO"
                    + " or GLOBAL";

    private static final int LONGEST = 255;

    private Scopes() {}

    /**
     * The text, 0 to 255 characters: "" for global, {@code anonymous}, {@code caller:<name>}, or
     * {@code caller#sha256:<digest>} for names that are too
     * long or hold control characters.
     *
     * @return empty if the scope needs an authenticated caller and there is none
     * @throws IllegalArgumentException if the caller's name is not well-formed Unicode
     */
    public static Optional<String> text(Scope scope, Caller caller) {
        if (scope == Scope.GLOBAL) {
            return Optional.of("");
        }
        if (caller instanceof Caller.Authenticated authenticated) {
            return Optional.of(named(authenticated.name()));
        }
        if (scope == Scope.CALLER) {
            return Optional.empty();
        }
        return Optional.of(caller instanceof Caller.Anonymous ? "anonymous" : "");
    }

    private static String named(String name) {
        if (!KeyText.wellFormed(name)) {
            throw new IllegalArgumentException(
                    "the caller's name is not well-formed Unicode: a surrogate stands alone");
        }
        String text = "caller:" + name;
        boolean fits = text.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
        return fits ? text : "caller#sha256:" + Digest.ofTexts(name).hex();
    }

    /** Tells whether the arguments must be the same whatever {@code checkArguments} says: strangers share a scope. */
    public static boolean argumentsMustMatch(Scope scope, Caller caller) {
        return scope == Scope.AUTO && caller instanceof Caller.Anonymous;
    }
}

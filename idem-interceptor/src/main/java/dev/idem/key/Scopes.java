package dev.idem.key;

import dev.idem.Scope;
import dev.idem.engine.Caller;
import dev.idem.engine.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The scope of a call as text. Stateless. */
public final class Scopes {

    /** What to tell a caller for whom {@link #text} is empty. */
    public static final String NO_CALLER =
            "scope CALLER needs an authenticated caller and there is none; authenticate the request, or set scope = AUTO"
                    + " or GLOBAL";

    private static final int LONGEST = 255;
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Scopes() {}

    /**
     * The text, 0 to 255 characters: "" for global, {@code anonymous}, {@code caller:<name>}, or
     * {@code caller#sha256:<digest>} for names that are too long or hold control characters; behind
     * {@code tenant:<tenant>/} if there is one.
     *
     * @return empty if the scope needs an authenticated caller and there is none
     * @throws IllegalArgumentException if the caller's name is not well-formed Unicode, or the tenant none
     */
    public static Optional<String> text(Scope scope, Caller caller, Optional<String> tenant) {
        String prefix = tenant.map(Scopes::prefix).orElse("");
        if (scope == Scope.GLOBAL) {
            return Optional.of(prefix);
        }
        if (caller instanceof Caller.Authenticated authenticated) {
            return Optional.of(prefix + named(authenticated.name(), LONGEST - prefix.length()));
        }
        if (scope == Scope.CALLER) {
            return Optional.empty();
        }
        return Optional.of(caller instanceof Caller.Anonymous ? prefix + "anonymous" : prefix);
    }

    private static String prefix(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException(
                    "the ScopeSource's tenant is not 1 to 64 letters, digits, '.', '_' or '-'");
        }
        return "tenant:" + tenant + "/";
    }

    private static String named(String name, int longest) {
        if (!KeyText.wellFormed(name)) {
            throw new IllegalArgumentException(
                    "the caller's name is not well-formed Unicode: a surrogate stands alone");
        }
        String text = "caller:" + name;
        boolean fits = text.length() <= longest && name.chars().noneMatch(Character::isISOControl);
        return fits ? text : "caller#sha256:" + Digest.ofTexts(name).hex();
    }

    /** Tells whether the arguments must be the same whatever {@code checkArguments} says: strangers share a scope. */
    public static boolean argumentsMustMatch(Scope scope, Caller caller) {
        return scope == Scope.AUTO && caller instanceof Caller.Anonymous;
    }
}

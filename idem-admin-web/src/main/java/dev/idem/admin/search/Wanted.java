package dev.idem.admin.search;

import dev.idem.inspect.RecordId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param text as it was typed: a key, a record's id, a token's id, whom a token is for
 * @param scope within what the key is unique, or the caller's name; "" for what separates no callers
 */
public record Wanted(String text, String scope) {

    private static final int LONGEST = 255;
    private static final String ANONYMOUS = "anonymous";
    private static final String CALLER = "caller:";

    /**
     * Reads what was typed.
     *
     * @throws IllegalArgumentException if nothing that is kept can be so long, or have such a character
     */
    public static Wanted of(String text, String scope) {
        Wanted wanted = new Wanted(text.strip(), scope.strip());
        if (wanted.text.length() > LONGEST || wanted.scope.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        if (wanted.text.indexOf('\0') >= 0 || wanted.scope.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character");
        }
        return wanted;
    }

    boolean nothing() {
        return text.isEmpty();
    }

    /** Where a key is looked for: globally, among strangers, and in the scope or the caller's. */
    Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(Set.of("", ANONYMOUS));
        if (!scope.isEmpty()) {
            scopes.add(scope);
            scopes.add(CALLER + scope);
        }
        return scopes;
    }

    /** The record that the text names by its id. */
    Optional<RecordId> record() {
        try {
            return Optional.of(new RecordId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

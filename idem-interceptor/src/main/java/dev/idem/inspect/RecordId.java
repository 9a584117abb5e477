package dev.idem.inspect;

import java.util.regex.Pattern;

/**
 * Names a record to people and in URLs. Immutable.
 *
 * @param hex the digest of application, operation, scope and key: 64 lower-case hexadecimal digits
 */
public record RecordId(String hex) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the digits.
     *
     * @param hex the digest of application, operation, scope and key: 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if there are not 64 lower-case hexadecimal digits
     */
    public RecordId {
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("a record's id has 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

package dev.idem.engine;

/**
 * Identifies one logical call.
 *
 * @param application the application that owns the operation
 * @param operation the operation's name
 * @param scope within what the key is unique, "" for global
 * @param key the key itself, 1 to 255 characters without control characters
 * @param hash the digest of the four, by which the record is stored
 */
public record RecordKey(String application, String operation, String scope, String key, Digest hash) {

    private static final int SHOWN = 4;

    public static RecordKey of(String application, String operation, String scope, String key) {
        return new RecordKey(application, operation, scope, key, Digest.ofTexts(application, operation, scope, key));
    }

    /** The key as it may stand in logs and messages: at most a third of it is shown. */
    public String masked() {
        return mask(key);
    }

    static String mask(String key) {
        int shown = Math.min(SHOWN, key.length() / 3);
        return key.substring(0, shown) + "…(" + key.length() + ")";
    }

    @Override
    public String toString() {
        return operation + "[" + masked() + "]";
    }
}

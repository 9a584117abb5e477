package dev.idem.inspect;

import dev.idem.engine.Digest;

/**
 * The key under which an edit runs that is to be a call of its own. It tells nothing of the arguments, as keys are shown to all: it
 * follows from the action token, so that a page can show it before, and a second click has the same. Stateless, for many threads
 * at once.
 */
public final class DerivedKey {

    /** Stands between the key it comes from and what tells the edit. */
    public static final String SEPARATOR = "~";

    private static final int LONGEST_KEY = 255;
    private static final int DIGITS = 16;

    private DerivedKey() {}

    /**
     * The key that an edit gets, unless the same one has a key already.
     *
     * @param record the call that is edited
     * @param key its key
     * @param actionToken the action's token ({@link Decision#actionToken})
     * @return the beginning of the key, {@value #SEPARATOR} and 16 hexadecimal digits; 255 characters at most
     */
    public static String of(RecordId record, String key, String actionToken) {
        String suffix = Digest.ofTexts(record.hex(), actionToken).hex().substring(0, DIGITS);
        int room = LONGEST_KEY - DIGITS - SEPARATOR.length();
        return cut(key, room) + SEPARATOR + suffix;
    }

    private static String cut(String key, int longest) {
        if (key.length() <= longest) {
            return key;
        }
        return key.substring(0, Character.isHighSurrogate(key.charAt(longest - 1)) ? longest - 1 : longest);
    }
}

package dev.idem.inspect;

/**
 * A filter of a list that somebody named. Immutable, for all threads.
 *
 * @param id its number
 * @param place the list
 * @param text what it is called, and what it shows
 * @param owner who saved it
 */
public record SavedView(long id, Place place, Text text, String owner) {

    /** A list that can be filtered. */
    public enum Place {
        /** What waits for a decision. */
        POISON(Permission.VIEW),
        /** All records. */
        KEYS(Permission.VIEW),
        /** One-time tokens. */
        TOKENS(Permission.VIEW),
        /** The audit trail. */
        AUDIT(Permission.VIEW_AUDIT);

        private final Permission permission;

        Place(Permission permission) {
            this.permission = permission;
        }

        /**
         * What it takes to see the list.
         *
         * @return the permission
         */
        public Permission permission() {
            return permission;
        }
    }

    /**
     * The words.
     *
     * @param name what it is called, 1 to {@value #LONGEST_NAME} characters, none of them a control character
     * @param query the parameters of the list's address, as the console writes them, at most {@value #LONGEST_QUERY} characters
     * @param shared whether everybody who sees the list has it, or its owner alone
     */
    public record Text(String name, String query, boolean shared) {

        /** The most characters of a name. */
        public static final int LONGEST_NAME = 60;

        /** The most characters of a query. */
        public static final int LONGEST_QUERY = 2_000;

        /**
         * Strips the name and checks lengths.
         *
         * @param name what it is called
         * @param query the parameters of the list's address
         * @param shared whether everybody has it
         * @throws IllegalArgumentException if one is missing, too long, or no text; the message says which
         */
        public Text {
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("the name must have 1 to " + LONGEST_NAME + " characters");
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("the name must have no control characters");
            }
            if (query.isEmpty() || query.length() > LONGEST_QUERY) {
                throw new IllegalArgumentException(
                        "the filter must have 1 to %,d characters in its address".formatted(LONGEST_QUERY));
            }
        }
    }
}

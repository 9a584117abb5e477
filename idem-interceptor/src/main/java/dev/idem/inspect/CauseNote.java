package dev.idem.inspect;

import java.time.Instant;

/**
 * What operators wrote down about a cause. It stays when its calls were replayed, so that it is there when the cause comes
 * back. Immutable, for all threads.
 *
 * @param cause the cause
 * @param text what they wrote
 * @param version how often it was written
 * @param changedBy who wrote it last
 * @param changedAt when, by the database clock
 */
public record CauseNote(CauseId cause, Text text, int version, String changedBy, Instant changedAt) {

    /**
     * The words.
     *
     * @param owner who sees to it, at most 255 characters, "" for nobody
     * @param ticket where it is followed up, such as the address of an issue, at most 500 characters, "" for none
     * @param note anything else, at most 2,000 characters, "" for nothing
     */
    public record Text(String owner, String ticket, String note) {

        /** Nothing. */
        public static final Text NONE = new Text("", "", "");

        private static final int LONGEST_OWNER = 255;
        private static final int LONGEST_TICKET = 500;
        private static final int LONGEST_NOTE = 2_000;

        /**
         * Strips them and checks lengths.
         *
         * @param owner who sees to it
         * @param ticket where it is followed up
         * @param note anything else
         * @throws IllegalArgumentException if one is too long: the message says which
         */
        public Text {
            owner = checked(owner, LONGEST_OWNER, "owner");
            ticket = checked(ticket, LONGEST_TICKET, "ticket");
            note = checked(note, LONGEST_NOTE, "note");
        }

        private static String checked(String text, int longest, String what) {
            String stripped = text.strip();
            if (stripped.length() > longest) {
                throw new IllegalArgumentException("the " + what + " is longer than %,d characters".formatted(longest));
            }
            return stripped;
        }

        /**
         * Tells whether there is anything.
         *
         * @return true if nothing is written
         */
        public boolean isEmpty() {
            return equals(NONE);
        }
    }
}

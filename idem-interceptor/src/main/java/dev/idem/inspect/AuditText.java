package dev.idem.inspect;

/** Makes texts fit their columns, so that what is read again is what was digested. */
final class AuditText {

    private AuditText() {}

    /** Cuts between characters; NUL characters, which PostgreSQL cannot store, become spaces. */
    static String cut(String text, int length) {
        String storable = text.replace('\0', ' ');
        if (storable.length() <= length) {
            return storable;
        }
        int end = length - 1;
        return storable.substring(0, Character.isHighSurrogate(storable.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

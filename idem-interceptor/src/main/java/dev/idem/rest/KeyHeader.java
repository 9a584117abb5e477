package dev.idem.rest;

import java.util.List;
import java.util.Optional;

/**
 * The {@code Idempotency-Key} header, as in draft-ietf-httpapi-idempotency-key-header: one String of RFC 9651 in quotes.
 * Parameters behind it are ignored. The key may also stand bare, then without quotes and commas. A token is sent in the same
 * way.
 */
enum KeyHeader {
    KEY("Idempotency-Key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
    TOKEN("Idempotency-Token", "hmVwXPtTTzyoKW3aXWbGzQ");

    private final String field;
    private final String example;

    KeyHeader(String field, String example) {
        this.field = field;
        this.example = example;
    }

    String field() {
        return field;
    }

    /**
     * Reads the key.
     *
     * @param fields the values of all header fields of that name
     * @return the key without quotes; empty if there is no such field
     * @throws IllegalArgumentException if they are not one string; the message says what to send
     */
    Optional<String> read(List<String> fields) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (fields.size() > 1) {
            throw wrong("stands " + fields.size() + " times in the request");
        }
        String text = trimmed(fields.get(0));
        String key = text.startsWith("\"") ? quoted(text) : bare(text);
        if (key.isEmpty()) {
            throw wrong("is empty");
        }
        return Optional.of(key);
    }

    private String bare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ',') {
                throw wrong("has a quote or a comma in a key without quotes");
            }
            checkPrintable(c);
        }
        return text;
    }

    private String quoted(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                checkParameters(trimmed(text.substring(i + 1)));
                return key.toString();
            }
            if (c == '\\') {
                i++;
                c = escaped(text, i);
            }
            checkPrintable(c);
            key.append(c);
        }
        throw wrong("has no closing quote");
    }

    private char escaped(String text, int index) {
        if (index < text.length() && (text.charAt(index) == '"' || text.charAt(index) == '\\')) {
            return text.charAt(index);
        }
        throw wrong("has a backslash that is not before a quote or a backslash");
    }

    private void checkParameters(String rest) {
        if (rest.isEmpty()) {
            return;
        }
        if (rest.charAt(0) == ',') {
            throw wrong("is a list");
        }
        if (rest.charAt(0) != ';') {
            throw wrong("has text behind its closing quote");
        }
        boolean inString = false;
        for (int i = 1; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '\\' && inString) {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (c == ',' && !inString) {
                throw wrong("is a list");
            }
        }
    }

    private void checkPrintable(char c) {
        if (c < 0x20 || c > 0x7e) {
            throw wrong("has a character outside printable ASCII");
        }
    }

    /** Without the white space HTTP allows around a field value, and only that. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("header " + field + " " + what + "; send one string in quotes, such as "
                + field + ": \"" + example + "\"");
    }
}

package dev.idem.admin.web;

import java.util.Locale;

/** A list with records to tick. */
public enum TickedList {
    /** The calls that wait. */
    POISON,
    /** The keys. */
    KEYS;

    /** What it is called in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list with a name in an address. */
    public static TickedList of(String path) {
        return valueOf(path.toUpperCase(Locale.ROOT));
    }
}

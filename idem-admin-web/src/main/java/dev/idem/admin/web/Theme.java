package dev.idem.admin.web;

import java.util.Locale;

/** Whether somebody wants pages light or dark. */
public enum Theme {
    /** As the browser says. */
    SYSTEM,
    /** Light, whatever the browser says. */
    LIGHT,
    /** Dark, whatever the browser says. */
    DARK;

    /** What the style sheet calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour schemes that the browser may choose from. */
    public String schemes() {
        return this == SYSTEM ? "light dark" : word();
    }
}

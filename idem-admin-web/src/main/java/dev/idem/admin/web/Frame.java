package dev.idem.admin.web;

import java.util.List;
import java.util.Locale;

/**
 * What surrounds every page.
 *
 * @param user the user's name, "" if nobody is logged in
 * @param roles the user's roles in words
 * @param token the session's token for forms, "" if there is no session
 * @param links the navigation
 * @param environment what the badge says, "" for none
 * @param version the console's version
 * @param theme light or dark
 * @param locale the language of the page
 * @param time the server's time, for who looks
 */
public record Frame(
        String user,
        String roles,
        String token,
        List<Link> links,
        String environment,
        String version,
        Theme theme,
        Locale locale,
        String time) {

    /**
     * A link of the navigation.
     *
     * @param path below {@code /ui}
     * @param label what it says
     * @param count how many, "" for nothing to count
     * @param current whether it is where the user is
     */
    public record Link(String path, String label, String count, boolean current) {

        /** Whether there is anything to count. Not for the template: it takes texts like {@code 10,000+} for numbers. */
        public boolean counts() {
            return !count.isEmpty() && !count.equals("0");
        }
    }

    /** The language of the page, as HTML has it. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** Whether somebody is logged in. */
    public boolean known() {
        return !user.isEmpty();
    }
}

package dev.idem.admin.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody wants to see the console.
 *
 * @param zone where they are
 * @param style how they write dates
 * @param theme light or dark
 * @param language of pages
 */
public record Preferences(ZoneId zone, DateStyle style, Theme theme, Language language) {

    /** For those who said nothing. */
    public static final Preferences NONE =
            new Preferences(ZoneOffset.UTC, DateStyle.ISO, Theme.SYSTEM, Language.SYSTEM);

    private static final String ZONE = "zone";
    private static final String STYLE = "style";
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";

    /** Reads what {@link #text} wrote; what cannot be read, such as a zone that is no more, is as if it were not said. */
    static Preferences of(String text) {
        Map<String, String> said = new HashMap<>();
        for (String part : text.split(";", -1)) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                said.put(part.substring(0, sign), part.substring(sign + 1));
            }
        }
        return new Preferences(
                zone(said.getOrDefault(ZONE, "")).orElse(NONE.zone()),
                name(DateStyle.class, said.getOrDefault(STYLE, "")).orElse(NONE.style()),
                name(Theme.class, said.getOrDefault(THEME, "")).orElse(NONE.theme()),
                name(Language.class, said.getOrDefault(LANGUAGE, "")).orElse(NONE.language()));
    }

    /**
     * Reads a form.
     *
     * @throws IllegalArgumentException if something is none of its choices
     */
    public static Preferences of(String zone, String style, String theme, String language) {
        return new Preferences(
                zone(zone).orElseThrow(() -> new IllegalArgumentException("not a zone")),
                DateStyle.valueOf(style),
                Theme.valueOf(theme),
                Language.valueOf(language));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> name(Class<E> names, String text) {
        return Arrays.stream(names.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    /** As it is kept with the user. */
    public String text() {
        return ZONE + "=" + zone.getId() + ";" + STYLE + "=" + style + ";" + THEME + "=" + theme + ";" + LANGUAGE + "="
                + language;
    }

    Times times(Instant now) {
        return new Times(zone, style, now);
    }
}

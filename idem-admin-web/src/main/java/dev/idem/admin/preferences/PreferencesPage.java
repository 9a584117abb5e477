package dev.idem.admin.preferences;

import dev.idem.admin.web.DateStyle;
import dev.idem.admin.web.Language;
import dev.idem.admin.web.Preferences;
import dev.idem.admin.web.Theme;
import dev.idem.admin.web.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the form shows.
 *
 * @param universal UTC
 * @param regions the zones of each region
 * @param styles how dates can be written
 * @param themes light and dark
 * @param languages of pages
 * @param external whether an identity provider vouches for the user
 * @param saved whether they have just been kept
 */
public record PreferencesPage(
        Choice universal,
        Map<String, List<Choice>> regions,
        List<Choice> styles,
        List<Choice> themes,
        List<Choice> languages,
        boolean external,
        boolean saved) {

    private static final String UTC = "UTC";
    private static final String AS_THE_BROWSER_SAYS = "as the browser says";

    /** Those that people call by the name of a place; the others are kept for old programs. */
    private static final List<String> REGIONS = List.of(
            "Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/");

    static PreferencesPage of(Preferences chosen, Instant now, boolean external, boolean saved) {
        return new PreferencesPage(
                new Choice(UTC, UTC, isUniversal(chosen.zone())),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> REGIONS.stream().anyMatch(id::startsWith))
                        .map(id -> zone(id, chosen.zone()))
                        .sorted(Comparator.comparing(Choice::label))
                        .collect(Collectors.groupingBy(
                                choice ->
                                        choice.name().substring(0, choice.name().indexOf('/')),
                                TreeMap::new,
                                Collectors.toList())),
                Arrays.stream(DateStyle.values())
                        .map(style -> new Choice(
                                style.name(), new Times(chosen.zone(), style, now).at(now), style == chosen.style()))
                        .toList(),
                List.of(
                        Choice.of(Theme.SYSTEM, AS_THE_BROWSER_SAYS, chosen.theme()),
                        Choice.of(Theme.LIGHT, "light", chosen.theme()),
                        Choice.of(Theme.DARK, "dark", chosen.theme())),
                List.of(
                        Choice.of(Language.SYSTEM, AS_THE_BROWSER_SAYS, chosen.language()),
                        Choice.of(Language.ENGLISH, "English", chosen.language()),
                        Choice.of(Language.CHINESE, "中文", chosen.language())),
                external,
                saved);
    }

    private static boolean isUniversal(ZoneId zone) {
        return REGIONS.stream().noneMatch(zone.getId()::startsWith);
    }

    private static Choice zone(String id, ZoneId chosen) {
        String place = id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
        return new Choice(id, place, id.equals(chosen.getId()));
    }

    /**
     * Something to choose.
     *
     * @param name what the form sends
     * @param label what it says
     * @param chosen whether it is what is wanted now
     */
    public record Choice(String name, String label, boolean chosen) {

        private static <E extends Enum<E>> Choice of(E value, String label, E chosen) {
            return new Choice(value.name(), label, value == chosen);
        }
    }
}

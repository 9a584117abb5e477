package dev.idem.admin.web;

import java.util.List;

/**
 * What is ticked in a list.
 *
 * @param elsewhere names the records on other pages
 * @param list the list, as an address names it
 * @param here the query of this page
 * @param total how many there are, here and elsewhere
 */
public record Ticks(List<String> elsewhere, String list, String here, int total) {

    /**
     * Tells what of it is on other pages.
     *
     * @param list the list
     * @param ticked names all that is ticked
     * @param shown names the records of this page
     * @param here the query of this page
     */
    public static Ticks of(TickedList list, List<String> ticked, List<String> shown, String here) {
        return new Ticks(
                ticked.stream().filter(record -> !shown.contains(record)).toList(), list.path(), here, ticked.size());
    }
}

package dev.idem.admin.poison;

import java.util.List;

/**
 * What is ticked.
 *
 * @param elsewhere names the records on other pages
 * @param here the query of this page
 * @param total how many there are, here and elsewhere
 */
public record Ticks(List<String> elsewhere, String here, int total) {

    static Ticks of(List<String> ticked, List<PoisonRow> rows, String here) {
        List<String> shown = rows.stream().map(PoisonRow::id).toList();
        return new Ticks(
                ticked.stream().filter(record -> !shown.contains(record)).toList(), here, ticked.size());
    }
}

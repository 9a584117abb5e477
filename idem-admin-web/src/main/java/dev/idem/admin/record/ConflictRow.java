package dev.idem.admin.record;

import dev.idem.admin.web.JsonText;
import dev.idem.admin.web.Times;
import dev.idem.inspect.ConflictLine;
import java.util.Locale;

/**
 * A call with other arguments, on a record's page.
 *
 * @param at when it came
 * @param source by which way
 * @param caller whose, "" if nobody was logged in
 * @param node which node refused it
 * @param arguments what it came with, "" if that is not kept
 */
public record ConflictRow(String at, String source, String caller, String node, JsonText arguments) {

    static ConflictRow of(ConflictLine line, Times times) {
        return new ConflictRow(
                times.at(line.at()),
                line.source().toLowerCase(Locale.ROOT),
                line.caller().orElse(""),
                line.node(),
                JsonText.of(line.arguments().orElse("")));
    }
}

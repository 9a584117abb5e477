package dev.idem.admin.audit;

import dev.idem.admin.web.Days;
import dev.idem.admin.web.FilterForm;
import dev.idem.admin.web.FilterForm.Choice;
import dev.idem.admin.web.FilterForm.Drop;
import dev.idem.admin.web.Query;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.RecordId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The filter of the audit trail.
 *
 * @param typed as it was typed
 */
public record AuditForm(FilterForm typed) {

    /** What must match exactly, and the first and last day, UTC, both included. */
    private static final List<String> NAMES =
            List.of("actor", "verb", "outcome", "object", "action", "record", "from", "until");

    /** Reads the parameters of an address. */
    static AuditForm of(UnaryOperator<String> parameters) {
        return new AuditForm(FilterForm.of(NAMES, parameters));
    }

    /** What was typed for a parameter, "" for nothing. */
    public String value(String name) {
        return typed.value(name);
    }

    /**
     * The filter it means.
     *
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    AuditFilter filter() {
        return new AuditFilter(
                typed.given("actor"),
                typed.given("verb"),
                typed.given("outcome").map(AuditOutcome::valueOf),
                Optional.empty(),
                typed.given("object"),
                typed.given("action"),
                typed.given("record").map(hex -> new RecordId(hex).hex()),
                typed.given("from").map(Days::start),
                typed.given("until").map(Days::end));
    }

    Query query() {
        return typed.query();
    }

    /** The outcomes to choose from. */
    public List<Choice> outcomes() {
        return Arrays.stream(AuditOutcome.values())
                .map(each -> new Choice(
                        each.name(),
                        each.name().toLowerCase(Locale.ROOT),
                        each.name().equals(value("outcome"))))
                .toList();
    }

    /** Each part of the filter that is set, with the query that drops it. */
    public List<Drop> drops() {
        return typed.drops();
    }
}

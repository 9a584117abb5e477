package dev.idem.admin.audit;

import dev.idem.admin.web.Query;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.RecordId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The filter as it was typed.
 *
 * @param parts each part that is set, by its parameter, in the order of {@link #NAMES}
 */
public record AuditForm(Map<String, String> parts) {

    /** The parameters: what must match exactly, and the first and last day, UTC, both included. */
    static final List<String> NAMES =
            List.of("actor", "verb", "outcome", "object", "action", "record", "from", "until");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    /** Reads the parameters of an address. */
    static AuditForm of(UnaryOperator<String> parameters) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.apply(name).strip();
            if (!value.isEmpty()) {
                parts.put(name, value);
            }
        }
        return new AuditForm(parts);
    }

    /** What was typed for a parameter, "" for nothing. */
    public String value(String name) {
        return parts.getOrDefault(name, "");
    }

    /**
     * The filter it means.
     *
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    AuditFilter filter() {
        return new AuditFilter(
                given("actor"),
                given("verb"),
                given("outcome").map(AuditOutcome::valueOf),
                Optional.empty(),
                given("object"),
                given("action"),
                given("record").map(hex -> new RecordId(hex).hex()),
                given("from").map(AuditForm::day).map(AuditForm::start),
                given("until").map(AuditForm::day).map(day -> start(day.plusDays(1))));
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("there is no entry of that year");
            }
            return day;
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a day", wrong);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Query query() {
        return without("");
    }

    private Query without(String dropped) {
        Query query = Query.EMPTY;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            query = part.getKey().equals(dropped) ? query : query.with(part.getKey(), part.getValue());
        }
        return query;
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
        return parts.entrySet().stream()
                .map(part -> new Drop(
                        part.getKey(), part.getValue(), without(part.getKey()).text()))
                .toList();
    }

    /** An outcome to choose. */
    public record Choice(String name, String label, boolean chosen) {}

    /** A part of the filter, and the list without it. */
    public record Drop(String name, String value, String query) {}
}

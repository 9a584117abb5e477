package dev.idem.admin.dashboard;

import dev.idem.inspect.HistorySpan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How far back one may look.
 *
 * @param name as it stands in the address
 * @param label what the link says
 * @param chosen whether it is what one looks at
 */
public record Span(String name, String label, boolean chosen) {

    /** The parameter that chooses one. */
    static final String PARAMETER = "span";

    static List<Span> all(HistorySpan chosen) {
        return Stream.of(HistorySpan.values())
                .map(span -> new Span(name(span), label(span), span == chosen))
                .toList();
    }

    static String name(HistorySpan span) {
        return span.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException if there is no such span
     */
    static HistorySpan of(String name) {
        return name.isEmpty() ? HistorySpan.DAY : HistorySpan.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String label(HistorySpan span) {
        return switch (span) {
            case HOUR -> "1 hour";
            case DAY -> "24 hours";
            case WEEK -> "7 days";
            case MONTH -> "30 days";
        };
    }
}

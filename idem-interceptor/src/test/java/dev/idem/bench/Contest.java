package dev.idem.bench;

import dev.idem.bench.app.Case;
import java.util.List;

/** Who is measured in what. */
final class Contest {

    static final String IDEM = "Idem";
    static final String CACHED = "Idem, near cache";
    static final String HASTY = "Idem, fail fast";
    static final String BUSINESS = "business alone";
    static final String HAND_A = "hand-written A";
    static final String HAND_B = "hand-written B";
    static final List<String> PEERS =
            List.of("Camel JDBC, joined", "Camel JDBC, own", "Spring Integration", "Eventuate Tram");

    private static final List<String> STORING = List.of(IDEM, HAND_A, HAND_B);

    private Contest() {}

    /** Business alone knows no duplicates; the libraries keep no results. */
    static List<String> contenders(Case measured) {
        return switch (measured) {
            case VOID, FAILING -> joined(List.of(BUSINESS), STORING, PEERS);
            case RESULT -> joined(List.of(BUSINESS), STORING);
            case DUPLICATE -> joined(List.of(CACHED), STORING);
            case DUPLICATE_VOID -> joined(List.of(CACHED), STORING, PEERS);
            case CONCURRENT -> joined(List.of(HASTY, HAND_A, HAND_B), PEERS);
        };
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }
}

package dev.idem.rest;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The page that explains problem types to clients, if the application shows one: each type under the anchor of its name.
 *
 * @param address its address
 */
record ProblemPage(Optional<String> address) {

    private static final String ADDRESS = "idem.rest.problem-page";

    static ProblemPage of(Config config) {
        return new ProblemPage(config.getOptionalValue(ADDRESS, String.class).filter(text -> !text.isBlank()));
    }

    /** The {@code Link} header (RFC 8288) that leads to what explains a type of ours. */
    Optional<String> link(String type) {
        String prefix = ProblemText.type("");
        return type.startsWith(prefix)
                ? address.map(page -> "<" + page + "#" + type.substring(prefix.length()) + ">; rel=\"describedby\"")
                : Optional.empty();
    }
}

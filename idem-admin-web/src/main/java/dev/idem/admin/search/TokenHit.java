package dev.idem.admin.search;

import dev.idem.admin.web.Times;
import dev.idem.inspect.TokenLine;
import java.util.Locale;

/**
 * A token that was found.
 *
 * @param id by which people speak of it
 * @param operation the operation it is for
 * @param purpose what for
 * @param state what it is good for, in words
 * @param issued when it was issued
 */
public record TokenHit(String id, String operation, String purpose, String state, String issued) {

    static TokenHit of(TokenLine line, Times times) {
        return new TokenHit(
                line.publicId(),
                line.operation(),
                line.purpose(),
                line.state().name().toLowerCase(Locale.ROOT),
                times.at(line.issuedAt()));
    }
}

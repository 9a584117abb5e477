package dev.idem.inspect;

import java.util.Optional;
import java.util.stream.Stream;

/** Texts of filters: no name that is kept has a NUL character, and PostgreSQL takes none. */
final class FilterText {

    private FilterText() {}

    @SafeVarargs
    static void check(Optional<String>... texts) {
        if (Stream.of(texts).flatMap(Optional::stream).anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("there is a NUL character in the filter");
        }
    }
}

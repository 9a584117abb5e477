package dev.idem.admin.edit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;

/**
 * What somebody typed into the fields of the form.
 *
 * @param fields as the browser sent them
 */
record TypedFields(MultivaluedMap<String, String> fields) {

    /** Stands before the pointer of a value. */
    static final String VALUE = "v";

    /** Stands before the pointer of a tick that there is to be no value. */
    static final String NOTHING = "n";

    boolean has(String pointer) {
        return fields.containsKey(VALUE + pointer);
    }

    String text(String pointer) {
        return Objects.requireNonNullElse(fields.getFirst(VALUE + pointer), "");
    }

    boolean nothing(String pointer) {
        return fields.containsKey(NOTHING + pointer);
    }
}

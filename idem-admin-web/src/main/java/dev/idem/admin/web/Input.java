package dev.idem.admin.web;

import jakarta.ws.rs.BadRequestException;
import java.util.function.Supplier;

/** Reads what came in an address or a form: what our pages would not have sent is a bad request. */
public final class Input {

    private Input() {}

    /**
     * Reads it.
     *
     * @param reading throws {@link IllegalArgumentException} at what it cannot read
     * @throws BadRequestException instead
     */
    public static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestException(wrong);
        }
    }
}

package dev.idem.admin.web;

import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.RecordId;
import jakarta.ws.rs.NotFoundException;

/** Finds the record that an address names. */
public final class RecordLookUp {

    private RecordLookUp() {}

    /**
     * The id in an address.
     *
     * @throws NotFoundException if it cannot be one: it names no record
     */
    public static RecordId id(String text) {
        try {
            return new RecordId(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException(notAnId);
        }
    }

    /**
     * The record of an address.
     *
     * @throws NotFoundException if what names it cannot be an id
     * @throws NoSuchRecordException if there is none
     */
    public static KeyDetail of(Inspection inspection, String text) {
        return inspection.key(id(text)).orElseThrow(() -> new NoSuchRecordException("there is no such record"));
    }
}

package dev.idem.engine;

/**
 * Where a payload stands: what is encrypted can be read there only.
 *
 * @param column table and column
 * @param row tells the row from all others of the table
 */
public record PayloadPlace(String column, String row) {

    public static PayloadPlace arguments(Digest key) {
        return new PayloadPlace("idem_record.arguments", key.hex());
    }

    public static PayloadPlace result(Digest key) {
        return new PayloadPlace("idem_record.result", key.hex());
    }

    public static PayloadPlace conflict(Digest key, Digest fingerprint) {
        return new PayloadPlace("idem_conflict.arguments", key.hex() + "/" + fingerprint.hex());
    }

    public static PayloadPlace editedArguments(Digest key, String actionToken) {
        return new PayloadPlace("idem_request.edited_arguments", key.hex() + "/" + actionToken);
    }

    public static PayloadPlace confirmedResult(Digest key, String actionToken) {
        return new PayloadPlace("idem_request.confirmed_result", key.hex() + "/" + actionToken);
    }

    public static PayloadPlace draft(Digest key, Digest draft) {
        return new PayloadPlace("idem_draft.arguments", key.hex() + "/" + draft.hex());
    }

    public static PayloadPlace message(String id) {
        return new PayloadPlace("idem_outbox.payload", id);
    }

    @Override
    public String toString() {
        return column + "/" + row;
    }
}

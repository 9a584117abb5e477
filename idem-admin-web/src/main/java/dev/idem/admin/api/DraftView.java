package dev.idem.admin.api;

import dev.idem.inspect.EditDraft;
import java.time.Instant;

/** A draft of an edit, as JSON in a text; it is incomplete if hidden values have to be written again. */
public record DraftView(String record, int version, String arguments, boolean incomplete, Instant saved) {

    static DraftView of(EditDraft draft) {
        return new DraftView(
                draft.record().hex(), draft.version(), draft.arguments(), draft.incomplete(), draft.savedAt());
    }
}

package dev.idem.admin.api;

import dev.idem.inspect.EditDraft;
import java.time.Instant;

/** A draft that was saved, without what is in it: answers are kept for a day. It is incomplete as {@link DraftView} is. */
public record SavedDraftView(String record, int version, boolean incomplete, Instant saved) {

    static SavedDraftView of(EditDraft draft) {
        return new SavedDraftView(draft.record().hex(), draft.version(), draft.incomplete(), draft.savedAt());
    }
}

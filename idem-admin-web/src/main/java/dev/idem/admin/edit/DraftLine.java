package dev.idem.admin.edit;

import dev.idem.admin.web.Times;
import dev.idem.inspect.EditDraft;
import java.util.Optional;

/**
 * What the page says of a draft.
 *
 * @param saved when it was saved, "" if there is none
 * @param stale whether the record was changed since it was begun
 * @param incomplete whether hidden values have to be written again
 * @param unsaved why what was written since is not in it, "" for nothing
 */
public record DraftLine(String saved, boolean stale, boolean incomplete, String unsaved) {

    static DraftLine of(Optional<EditDraft> draft, int version, Times times, String unsaved) {
        return new DraftLine(
                draft.map(EditDraft::savedAt).map(times::at).orElse(""),
                draft.filter(kept -> kept.version() != version).isPresent(),
                draft.filter(EditDraft::incomplete).isPresent(),
                unsaved);
    }
}

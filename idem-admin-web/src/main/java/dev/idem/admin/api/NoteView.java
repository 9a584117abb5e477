package dev.idem.admin.api;

import dev.idem.inspect.CauseNote;
import java.time.Instant;

/** What operators wrote about a cause. */
public record NoteView(String owner, String ticket, String note, int version, String changedBy, Instant changedAt) {

    static NoteView of(CauseNote note) {
        return new NoteView(
                note.text().owner(),
                note.text().ticket(),
                note.text().note(),
                note.version(),
                note.changedBy(),
                note.changedAt());
    }
}

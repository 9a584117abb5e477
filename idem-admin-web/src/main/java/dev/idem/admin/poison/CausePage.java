package dev.idem.admin.poison;

import dev.idem.admin.web.Query;
import dev.idem.admin.web.Times;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import java.util.Optional;

/**
 * What the page about a cause shows.
 *
 * @param id names it
 * @param query of the list of its calls
 * @param group its calls, empty if none waits
 * @param owner who sees to it, as stored or as typed
 * @param ticket where it is followed up, as stored or as typed
 * @param link the same as an address, "" if it is none
 * @param note anything else, as stored or as typed
 * @param version how often it was written
 * @param written by whom last, and when, "" if never
 * @param writable whether this operator may write
 * @param mistake what has to be corrected, "" for nothing
 */
public record CausePage(
        CauseId id,
        String query,
        Optional<GroupRow> group,
        String owner,
        String ticket,
        String link,
        String note,
        int version,
        String written,
        boolean writable,
        String mistake) {

    static CausePage of(
            CauseId id, Optional<GroupRow> group, Written written, Words words, boolean writable, String mistake) {
        return new CausePage(
                id,
                query(id).text(),
                group,
                words.owner(),
                words.ticket(),
                link(words.ticket()),
                words.note(),
                written.version(),
                written.words(),
                writable,
                mistake);
    }

    static Query query(CauseId id) {
        return Query.EMPTY
                .with("application", id.application())
                .with("operation", id.operation())
                .with("cause", id.cause());
    }

    /** Only what a browser opens as a page. */
    static String link(String ticket) {
        return ticket.startsWith("https://") || ticket.startsWith("http://") ? ticket : "";
    }

    /** Who wrote last, and for whom that is told. */
    record Written(Optional<CauseNote> note, Times times) {

        int version() {
            return note.map(CauseNote::version).orElse(0);
        }

        String words() {
            return note.map(stored -> stored.changedBy() + ", " + times.at(stored.changedAt()))
                    .orElse("");
        }
    }

    /** What stands in the form. */
    record Words(String owner, String ticket, String note) {

        static Words of(CauseNote.Text text) {
            return new Words(text.owner(), text.ticket(), text.note());
        }
    }
}

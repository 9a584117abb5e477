package dev.idem.admin.record;

import dev.idem.admin.web.StateBadge;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RequestLine;
import java.util.Optional;

/**
 * The page that confirms that a request is taken back.
 *
 * @param record the record the request is about
 * @param operation its operation, if it is in the catalogue
 * @param line the request
 * @param times of who looks, by the database clock
 */
record CancelPage(KeyDetail record, Optional<OperationInfo> operation, RequestLine line, Times times) {

    static final String PATH = "cancel";

    private static final ActionText TEXT = new ActionText(
            "Cancel request",
            "Cancel this one request",
            "No node carries the request out any more, and the call can be decided on again. The call itself stays as it"
                    + " is. If a node takes the request in this moment, nothing is cancelled.");

    /**
     * The page.
     *
     * @param reason what was typed before
     * @param mistake what has to be corrected, "" for nothing
     */
    ActionPage page(String reason, String mistake) {
        RequestRow row = RequestRow.of(line, operation, times);
        return new ActionPage(
                PATH,
                TEXT,
                record.line().id().hex(),
                record.line().operation(),
                record.line().key(),
                StateBadge.of(record.line().state()),
                Verdict.of(
                        "Request " + row.id() + ": " + row.kind(),
                        "Asked for by " + row.by() + " at " + row.at() + ". It is " + row.state() + ".",
                        row.style()),
                new ActionPage.Form("", "", reason, "", true, false, false, "", Long.toString(row.id())),
                row.waits() ? "" : "the request is " + row.state(),
                mistake);
    }
}

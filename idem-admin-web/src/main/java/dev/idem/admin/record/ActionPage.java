package dev.idem.admin.record;

import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.Operator;

/**
 * What the page that confirms an action shows.
 *
 * @param path the action's page, below that of the record
 * @param text the action in words
 * @param id names the record
 * @param operation the operation
 * @param key the key
 * @param state the record's state in words
 * @param verdict what the key store says
 * @param form what is sent, or was
 * @param hindrance why it is not possible now, "" if it is
 * @param mistake what has to be corrected, "" for nothing
 */
public record ActionPage(
        String path,
        ActionText text,
        String id,
        String operation,
        String key,
        StateBadge state,
        Verdict verdict,
        Form form,
        String hindrance,
        String mistake) {

    static ActionPage of(Action action, Findings found, Operator operator, ActionForm form, String mistake) {
        KeyDetail record = found.record();
        return new ActionPage(
                action.path(),
                action.text(),
                record.line().id().hex(),
                record.line().operation(),
                record.line().key(),
                StateBadge.of(record.line().state()),
                Verdict.of(found),
                new Form(
                        form.token,
                        form.version,
                        form.reason,
                        form.result,
                        action.needsReason(),
                        action.needsResult(),
                        action.needsDays(),
                        form.days,
                        ""),
                action.fits(record.line().state())
                        ? Offer.hindrance(action, record, found.operation(), operator)
                        : "the record is "
                                + StateBadge.of(record.line().state()).label(),
                mistake);
    }

    /** Whether the form can be sent. */
    public boolean possible() {
        return hindrance.isEmpty();
    }

    /** Whether something has to be corrected. */
    public boolean failed() {
        return !mistake.isEmpty();
    }

    /** The fields. */
    public record Form(
            String token,
            String version,
            String reason,
            String result,
            boolean needsReason,
            boolean needsResult,
            boolean needsDays,
            String days,
            String request) {}
}

package dev.idem.admin.edit;

import dev.idem.admin.web.JsonText;
import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.DerivedKey;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import java.util.List;
import java.util.Optional;

/**
 * What the pages of an edit show.
 *
 * @param id names the record
 * @param operation the operation, which an edit never changes
 * @param key the key, which it does not change either
 * @param state the record's state in words
 * @param newKey the key that the edit gets if it is to be a call of its own, unless the same one has a key already
 * @param unknown whether nobody knows if the effect is there already
 * @param method the method behind the operation, "" if it is not in the catalogue
 * @param original the original arguments
 * @param form what is sent, or was
 * @param fields the arguments as fields; none if there is no form for them
 * @param hindrance why it is not possible now, "" if it is
 * @param faults what has to be corrected
 * @param changes what the edit changes
 */
public record EditPage(
        String id,
        String operation,
        String key,
        String newKey,
        boolean unknown,
        StateBadge state,
        String method,
        JsonText original,
        Form form,
        List<ValueField> fields,
        String hindrance,
        List<Fault> faults,
        List<Change> changes) {

    static EditPage of(KeyDetail record, Optional<OperationInfo> operation, Operator operator, Writing writing) {
        EditForm form = writing.form();
        return new EditPage(
                record.line().id().hex(),
                record.line().operation(),
                record.line().key(),
                DerivedKey.of(record.line().id(), record.line().key(), form.token()),
                record.line().state() == KeyState.OUTCOME_UNKNOWN,
                StateBadge.of(record.line().state()),
                operation.map(OperationInfo::signature).orElse(""),
                JsonText.of(record.arguments().orElse("")),
                new Form(form.token(), form.version(), form.arguments(), form.reason(), form.asNew(), form.byFields()),
                writing.fields().fields(),
                hindrance(record, operation, operator),
                writing.edit().faults(),
                writing.edit().changes());
    }

    private static String hindrance(KeyDetail record, Optional<OperationInfo> operation, Operator operator) {
        if (!operator.may(Permission.EDIT)) {
            return "your roles do not include the permission " + Permission.EDIT;
        }
        KeyState state = record.line().state();
        if (state != KeyState.POISON && state != KeyState.OUTCOME_UNKNOWN) {
            return "the record is " + StateBadge.of(state).label();
        }
        if (record.arguments().isEmpty()) {
            return "its arguments are not kept, or cannot be read here";
        }
        return record.active()
                .map(RequestLine::requestedBy)
                .map(by -> "a replay or confirmation of it is under way, asked for by " + by)
                .or(() -> operation.flatMap(OperationInfo::notReplayable))
                .orElse("");
    }

    /** Whether it can be edited now. */
    public boolean possible() {
        return hindrance.isEmpty();
    }

    /** Whether there is a field for each value. */
    public boolean byFields() {
        return form.byFields() && !fields.isEmpty();
    }

    /** What is sent. */
    public record Form(String token, String version, String arguments, String reason, boolean asNew, boolean byFields) {

        /** Which key it asks for. */
        public String key() {
            return asNew ? EditForm.NEW : EditForm.SAME;
        }

        /** What the form calls it. */
        public String as() {
            return byFields ? EditForm.FORM : EditForm.JSON;
        }
    }
}

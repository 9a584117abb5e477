package dev.idem.admin.edit;

import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.OperationInfo;
import java.util.List;
import java.util.Optional;

/**
 * What was written, and what is wrong with it.
 *
 * @param form what was sent; without faults, with the arguments that were meant
 * @param edit what is wrong, and what is changed
 * @param fields the arguments as fields, with what was typed
 */
record Writing(EditForm form, Edit edit, ArgumentFields fields) {

    private static final Edit UNTOUCHED = new Edit(List.of(), List.of());

    /** Arguments nobody has looked at yet. */
    static Writing unread(EditForm form, Optional<OperationInfo> operation) {
        return new Writing(form, UNTOUCHED, Edit.fields(form.arguments(), operation));
    }

    /** Reads what was typed and compares it with the original. */
    static Writing of(KeyDetail record, Optional<OperationInfo> operation, EditForm form) {
        Writing typed = typed(form, operation);
        if (!typed.good()) {
            return typed;
        }
        String meant = typed.form.arguments();
        Edit edit = Edit.of(record.arguments().orElse("null"), meant, operation);
        if (!edit.faults().isEmpty()) {
            return new Writing(form, edit, typed.fields.wrong(edit.faults()));
        }
        return new Writing(typed.form, edit, Edit.fields(meant, operation));
    }

    /** Puts what was typed into the arguments. */
    static Writing typed(EditForm form, Optional<OperationInfo> operation) {
        if (!form.tooLong().isEmpty()) {
            return new Writing(form, UNTOUCHED, Edit.fields("", operation)).wrong(form.tooLong());
        }
        ArgumentFields fields = Edit.fields(form.arguments(), operation).typed(form.fields());
        if (!fields.faults().isEmpty()) {
            return new Writing(form, new Edit(fields.faults(), List.of()), fields);
        }
        boolean changed =
                fields.fields().stream().anyMatch(field -> field.change().isPresent());
        return new Writing(changed ? form.with(fields.changed().toString()) : form, UNTOUCHED, fields);
    }

    /** The arguments with what can be read of what was typed. */
    String readable() {
        boolean changed = fields.fields().stream()
                .anyMatch(field -> field.fault().isEmpty() && field.change().isPresent());
        return changed ? fields.changed().toString() : form.arguments();
    }

    boolean good() {
        return edit.faults().isEmpty();
    }

    /** With something that is wrong with all of it. */
    Writing wrong(String why) {
        return new Writing(form, new Edit(List.of(new Fault("", why)), edit.changes()), fields);
    }
}

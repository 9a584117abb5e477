package dev.idem.admin.audit;

import dev.idem.admin.web.ListFilter;
import dev.idem.admin.web.Query;
import dev.idem.inspect.SavedView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Reads saved filters of the audit trail. */
@ApplicationScoped
class TrailFilter implements ListFilter {

    @Override
    public SavedView.Place place() {
        return SavedView.Place.AUDIT;
    }

    @Override
    public Query read(UnaryOperator<String> parameters) {
        AuditForm form = AuditForm.of(parameters);
        form.filter();
        return form.query();
    }
}

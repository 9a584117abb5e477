package dev.idem.admin.poison;

import dev.idem.admin.web.ListFilter;
import dev.idem.admin.web.Query;
import dev.idem.inspect.SavedView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Reads saved filters of what waits. */
@ApplicationScoped
class PoisonFilter implements ListFilter {

    @Override
    public SavedView.Place place() {
        return SavedView.Place.POISON;
    }

    @Override
    public Query read(UnaryOperator<String> parameters) {
        PoisonForm form = PoisonForm.of(parameters);
        form.filter();
        return form.query();
    }
}

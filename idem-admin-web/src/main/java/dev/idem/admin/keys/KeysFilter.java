package dev.idem.admin.keys;

import dev.idem.admin.web.ListFilter;
import dev.idem.admin.web.Query;
import dev.idem.inspect.SavedView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Reads saved filters of keys. */
@ApplicationScoped
class KeysFilter implements ListFilter {

    @Override
    public SavedView.Place place() {
        return SavedView.Place.KEYS;
    }

    @Override
    public Query read(UnaryOperator<String> parameters) {
        KeysForm form = KeysForm.of(parameters);
        form.filter();
        return form.query();
    }
}

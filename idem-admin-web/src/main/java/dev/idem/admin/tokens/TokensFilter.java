package dev.idem.admin.tokens;

import dev.idem.admin.web.ListFilter;
import dev.idem.admin.web.Query;
import dev.idem.inspect.SavedView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Reads saved filters of tokens. */
@ApplicationScoped
class TokensFilter implements ListFilter {

    @Override
    public SavedView.Place place() {
        return SavedView.Place.TOKENS;
    }

    @Override
    public Query read(UnaryOperator<String> parameters) {
        TokensForm form = TokensForm.of(parameters);
        form.filter();
        return form.query();
    }
}

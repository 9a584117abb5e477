package dev.idem.admin.views;

import dev.idem.admin.web.ListFilters;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.SavedView;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A view in the list of all.
 *
 * @param id its number
 * @param list what it is a filter of
 * @param name what it is called
 * @param filter its filter, to be read
 * @param address below {@code /ui}, "" if it cannot be read any more
 * @param owner who saved it
 * @param shared whether everybody has it
 * @param changeable whether this operator may rename and remove it
 * @param shareable whether this operator may share it
 */
public record ViewRow(
        long id,
        String list,
        String name,
        String filter,
        String address,
        String owner,
        boolean shared,
        boolean changeable,
        boolean shareable) {

    static ViewRow of(SavedView view, Operator operator, boolean readable) {
        SavedView.Text text = view.text();
        boolean mayShare = operator.may(Permission.ANNOTATE);
        return new ViewRow(
                view.id(),
                list(view.place()),
                text.name(),
                filter(text.query()),
                readable ? ListFilters.path(view.place()) + text.query() : "",
                view.owner(),
                text.shared(),
                mayShare || !text.shared(),
                mayShare);
    }

    private static String list(SavedView.Place place) {
        return switch (place) {
            case POISON -> "Poison";
            case KEYS -> "Keys";
            case TOKENS -> "Tokens";
            case AUDIT -> "Audit";
        };
    }

    private static String filter(String query) {
        try {
            return URLDecoder.decode(query.replaceFirst("^\\?", "").replace("&", ", "), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return query;
        }
    }
}

package dev.idem.admin.api;

import dev.idem.inspect.SavedView;

/** A saved view: the filter of a list under a name; readable is whether the list still takes all of it. */
public record ViewView(
        long number, SavedView.Place list, String name, String query, boolean shared, String owner, boolean readable) {

    static ViewView of(SavedView view, boolean readable) {
        return new ViewView(
                view.id(),
                view.place(),
                view.text().name(),
                view.text().query(),
                view.text().shared(),
                view.owner(),
                readable);
    }
}

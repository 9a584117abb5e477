package dev.idem.admin.web;

import dev.idem.inspect.Permission;
import dev.idem.inspect.SavedView;
import dev.idem.inspect.SavedViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.util.List;

/** Shows the saved views of a list above it. */
@RequestScoped
public class ViewBar {

    @Inject
    SavedViews views;

    @Inject
    ListFilters filters;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ViewBar() {}

    /**
     * Puts it on the page.
     *
     * @param filter as the list shows it now
     */
    public void show(SavedView.Place place, Query filter) {
        List<ViewLink> links = views.of(user.operator()).stream()
                .filter(view -> view.place() == place)
                .map(view -> link(view, filter.text()))
                .toList();
        models.put(
                "views",
                new Shown(place.name(), filter.text(), links, user.operator().may(Permission.ANNOTATE)));
    }

    private ViewLink link(SavedView view, String filter) {
        return new ViewLink(
                view.text().name(),
                filters.readable(view)
                        ? ListFilters.path(view.place()) + view.text().query()
                        : "",
                view.text().query().equals(filter),
                view.text().shared());
    }

    /**
     * What the page shows.
     *
     * @param place the list
     * @param query its filter, "" for none, which cannot be saved
     * @param links to the views
     * @param mayShare whether this operator may share one
     */
    public record Shown(String place, String query, List<ViewLink> links, boolean mayShare) {}

    /**
     * A view.
     *
     * @param name what it is called
     * @param address below {@code /ui}, "" if it cannot be read any more
     * @param current whether it is what the list shows
     * @param shared whether everybody has it
     */
    public record ViewLink(String name, String address, boolean current, boolean shared) {}
}

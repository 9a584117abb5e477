package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Permission;
import dev.idem.inspect.Role;
import dev.idem.inspect.RunInspection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the {@link Frame} of a page. */
@ApplicationScoped
public class Frames {

    @Inject
    Inspection inspection;

    @Inject
    RunInspection runs;

    @Inject
    ConsoleSettings settings;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public Frames() {}

    /** The frame of a page, with what waits for a decision. */
    Frame of(HttpServletRequest request) {
        Optional<AdminUser> user = usable(request);
        if (user.isEmpty()) {
            return bare(request);
        }
        String waiting = inspection
                .count(KeyFilter.ALL.in(KeyState.POISON, KeyState.OUTCOME_UNKNOWN))
                .text();
        return frame(request, user, SessionToken.of(request), new Counts(waiting, Long.toString(runs.active())));
    }

    /** The frame of an error: it asks nothing of the store, which may be what is wrong. */
    Frame bare(HttpServletRequest request) {
        boolean session =
                request.getSession(false) != null || Pages.path(request).equals(Pages.LOGIN);
        return frame(request, usable(request), session ? SessionToken.of(request) : "", Counts.NONE);
    }

    private Frame frame(HttpServletRequest request, Optional<AdminUser> user, String token, Counts counts) {
        Instant now = Instant.now();
        return new Frame(
                CurrentUser.of(request).map(AdminUser::name).orElse(""),
                CurrentUser.of(request).map(Frames::roles).orElse(""),
                token,
                user.map(known -> links(known, Pages.path(request), counts)).orElse(List.of()),
                settings.environment(),
                Version.TEXT,
                CurrentUser.preferences(request).theme(),
                CurrentUser.preferences(request).language().spoken(request),
                CurrentUser.preferences(request).times(now).at(now));
    }

    /** A user who still has to choose a password sees no way elsewhere. */
    private static Optional<AdminUser> usable(HttpServletRequest request) {
        return CurrentUser.of(request)
                .filter(user -> !user.mustChange() && !user.roles().isEmpty());
    }

    private static List<Frame.Link> links(AdminUser user, String path, Counts counts) {
        List<Frame.Link> links = new ArrayList<>();
        links.add(new Frame.Link("/dashboard", "Dashboard", "", path.equals("/dashboard")));
        links.add(new Frame.Link(Pages.HOME, "Poison", counts.waiting(), path.equals(Pages.HOME)));
        links.add(new Frame.Link("/keys", "Keys", "", path.equals("/keys")));
        links.add(new Frame.Link("/runs", "Runs", counts.active(), path.equals("/runs")));
        links.add(new Frame.Link("/tokens", "Tokens", "", path.equals("/tokens")));
        if (CurrentUser.may(user, Permission.VIEW_AUDIT)) {
            links.add(new Frame.Link("/audit", "Audit", "", path.equals("/audit")));
        }
        links.add(
                new Frame.Link("/settings", "Settings", "", path.startsWith("/settings") || path.startsWith("/users")));
        return links;
    }

    /** What stands beside the links. */
    private record Counts(String waiting, String active) {

        static final Counts NONE = new Counts("", "");
    }

    private static String roles(AdminUser user) {
        return user.roles().isEmpty()
                ? "no role"
                : user.roles().stream()
                        .sorted()
                        .map(Role::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}

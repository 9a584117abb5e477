package dev.idem.admin.preferences;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Preferences;
import dev.idem.inspect.AdminUsers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Shows and keeps time zone, date style, theme and language of the user. */
@Path("preferences")
@Controller
@RequestScoped
public class PreferencesController {

    private static final String PATH = "/preferences";
    private static final String SAVED = "saved";

    @Inject
    AdminUsers users;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public PreferencesController() {}

    /** The form. */
    @GET
    public String show(@QueryParam(SAVED) @DefaultValue("") String saved) {
        models.put(
                "preferences",
                PreferencesPage.of(user.preferences(), Instant.now(), user.isExternal(), !saved.isEmpty()));
        return "preferences/preferences.html";
    }

    /** Keeps them with the user: they are the same in every browser. */
    @POST
    public Response save(
            @FormParam("zone") @DefaultValue("") String zone,
            @FormParam("style") @DefaultValue("") String style,
            @FormParam("theme") @DefaultValue("") String theme,
            @FormParam("language") @DefaultValue("") String language) {
        Preferences wanted = Input.read(() -> Preferences.of(zone, style, theme, language));
        users.prefer(user.operator().name(), wanted.text());
        return pages.redirect(PATH + "?" + SAVED + "=1");
    }
}

package dev.idem.admin.login;

import dev.idem.admin.web.ConsoleSettings;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Login;
import dev.idem.admin.web.Pages;
import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.NotAllowedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** Changes a user's own password. */
@Path("password")
@Controller
@RequestScoped
public class PasswordController {

    private static final String VIEW = "login/password.html";
    private static final int REFUSED = 422;

    @Inject
    AdminUsers users;

    @Inject
    CurrentUser user;

    @Inject
    ConsoleSettings settings;

    @Inject
    Models models;

    @Inject
    Pages pages;

    @Inject
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public PasswordController() {}

    /** The form. */
    @GET
    public String form() {
        models.put("password", new PasswordPage(AdminUsers.SHORTEST_PASSWORD, ""));
        return VIEW;
    }

    /** A new password begins a new session and ends all others of this user. */
    @POST
    public Response change(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("next") @DefaultValue("") String next,
            @FormParam("again") @DefaultValue("") String again) {
        if (!next.equals(again)) {
            return refused("The new password was typed in two ways.");
        }
        try {
            AdminUser changed = users.changePassword(user.operator(), current, next, settings.loginPolicy());
            Login.begin(request, changed, settings.sessionSeconds());
            return pages.redirect(Pages.HOME);
        } catch (NotAllowedException refused) {
            return refused(Objects.requireNonNullElse(refused.getMessage(), ""));
        }
    }

    private Response refused(String message) {
        models.put("password", new PasswordPage(AdminUsers.SHORTEST_PASSWORD, message));
        return Response.status(REFUSED).entity(VIEW).build();
    }

    /**
     * What the form shows.
     *
     * @param shortest the fewest characters
     * @param message what was wrong, "" for nothing
     */
    public record PasswordPage(int shortest, String message) {

        /** Whether something was wrong. */
        public boolean failed() {
            return !message.isEmpty();
        }
    }
}

package dev.idem.admin.login;

import dev.idem.admin.web.ConsoleSettings;
import dev.idem.admin.web.Login;
import dev.idem.admin.web.LoginThrottle;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.ReturnPath;
import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Logs in and out. */
@Path("/")
@Controller
@RequestScoped
public class LoginController {

    private static final String VIEW = "login/login.html";
    private static final int REFUSED = 401;
    private static final int OFF = 403;
    private static final int TOO_MANY = 429;

    @Inject
    AdminUsers users;

    @Inject
    LoginThrottle throttle;

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
    public LoginController() {}

    /** The form. */
    @GET
    @Path("login")
    public String form(
            @QueryParam(ReturnPath.PARAMETER) @DefaultValue("") String next,
            @QueryParam("out") @DefaultValue("") String out) {
        models.put(
                "login", LoginPage.of(settings, "", ReturnPath.safe(next), "").loggedOut(!out.isEmpty()));
        return VIEW;
    }

    /** Whoever was logged in before is logged out, also when this login fails. */
    @POST
    @Path("login")
    public Response login(
            @FormParam("user") @DefaultValue("") String user,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam(ReturnPath.PARAMETER) @DefaultValue("") String next) {
        if (!settings.passwords()) {
            return again(OFF, "", next, "Nobody logs in by name and password here.");
        }
        String address = request.getRemoteAddr();
        if (!throttle.allows(address)) {
            return again(TOO_MANY, user, next, "Too many failed logins from your address: wait a minute.");
        }
        Optional<AdminUser> known = users.login(user, password, Optional.of(address), settings.loginPolicy());
        if (known.isEmpty()) {
            throttle.failed(address);
            return again(REFUSED, user, next, "Name and password do not fit, or the user is locked for a while.");
        }
        Login.begin(request, known.get(), settings.sessionSeconds());
        return pages.redirect(known.get().mustChange() ? "/password" : ReturnPath.safe(next));
    }

    private Response again(int status, String user, String next, String message) {
        models.put("login", LoginPage.of(settings, user, ReturnPath.safe(next), message));
        return Response.status(status).entity(VIEW).build();
    }

    /** Ends the session. */
    @POST
    @Path("logout")
    public Response logout() {
        Login.end(request);
        return pages.redirect("/login?out=1");
    }
}

package dev.idem.admin.users;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Query;
import dev.idem.inspect.ActionException;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.UserAdministration;
import dev.idem.inspect.UserLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** Gives a user other roles, decides whether they may log in, makes them a new password, or ends their lock. */
@Path("users/user")
@Controller
@RequestScoped
public class UserController {

    private static final String VIEW = "users/user.html";
    private static final String DONE = "done";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    UserAdministration users;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public UserController() {}

    /** The user, and the forms that change them. */
    @GET
    public String show(
            @QueryParam("name") @DefaultValue("") String name, @QueryParam(DONE) @DefaultValue("") String done) {
        UserLine line = users.user(user.operator(), name);
        models.put("about", UserPage.of(line, user.operator(), user.times()));
        models.put(DONE, !done.isEmpty());
        return VIEW;
    }

    /** Changes roles and activity. */
    @POST
    @Path("change")
    public Response change(@BeanParam UserForm form) {
        return answered(form, () -> {
            users.change(user.operator(), Input.read(form::change), form.intent());
            return done(form);
        });
    }

    /** Makes a new password, and shows it once. */
    @POST
    @Path("password")
    public Response password(@BeanParam UserForm form) {
        return answered(form, () -> {
            models.put("made", users.resetPassword(user.operator(), form.name, form.intent()));
            return Response.ok("users/made.html").build();
        });
    }

    /** Ends the lock. */
    @POST
    @Path("unlock")
    public Response unlock(@BeanParam UserForm form) {
        return answered(form, () -> {
            users.unlock(user.operator(), form.name, form.intent());
            return done(form);
        });
    }

    private Response done(UserForm form) {
        return pages.redirect("/users/user"
                + Query.EMPTY.with("name", form.name).with(DONE, "1").text());
    }

    private Response answered(UserForm form, Action action) {
        String mistake = Input.read(form::mistake);
        if (!mistake.isEmpty()) {
            user.require(Permission.ADMINISTER_USERS);
            return again(form, INCOMPLETE, mistake);
        }
        try {
            return action.run();
        } catch (NotAllowedException | ChangedMeanwhileException refused) {
            return again(form, REFUSED, words(refused));
        }
    }

    private static String words(ActionException refused) {
        return "Nothing was changed: " + Objects.requireNonNullElse(refused.getMessage(), "it is not allowed") + ".";
    }

    private Response again(UserForm form, int status, String mistake) {
        UserLine line = users.user(user.operator(), form.name);
        models.put("about", UserPage.of(line, user.operator(), user.times()).corrected(form, mistake));
        return Response.status(status).entity(VIEW).build();
    }

    /** What a form asks for. */
    @FunctionalInterface
    private interface Action {

        Response run();
    }
}

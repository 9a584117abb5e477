package dev.idem.admin.users;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.OneTimePassword;
import dev.idem.inspect.Permission;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserAdministration;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Creates a user. */
@Path("users/new")
@Controller
@RequestScoped
public class NewUserController {

    private static final String VIEW = "users/new.html";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    UserAdministration users;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public NewUserController() {}

    /** The form. */
    @GET
    public String form() {
        user.require(Permission.ADMINISTER_USERS);
        models.put("newUser", new NewUser(UserForm.fresh().token(), "", "", RoleChoice.all(Set.of()), ""));
        return VIEW;
    }

    /** Creates the user, and shows the password that is shown once. */
    @POST
    public Response create(@BeanParam UserForm form) {
        Set<Role> roles = Input.read(form::given);
        String mistake = Input.read(form::mistake);
        if (!mistake.isEmpty()) {
            user.require(Permission.ADMINISTER_USERS);
            return again(form, roles, INCOMPLETE, mistake);
        }
        try {
            OneTimePassword made = users.create(user.operator(), form.name, roles, form.intent());
            models.put("made", made);
            return Response.ok("users/made.html").build();
        } catch (NotAllowedException refused) {
            return again(form, roles, REFUSED, Objects.requireNonNullElse(refused.getMessage(), "it is not allowed"));
        }
    }

    private Response again(UserForm form, Set<Role> roles, int status, String mistake) {
        models.put(
                "newUser", new NewUser(form.again().token(), form.name, form.reason(), RoleChoice.all(roles), mistake));
        return Response.status(status).entity(VIEW).build();
    }

    /**
     * What the form shows.
     *
     * @param token the action token
     * @param name what was typed
     * @param reason what was typed
     * @param roles to choose from
     * @param mistake what has to be corrected, "" for nothing
     */
    public record NewUser(String token, String name, String reason, List<RoleChoice> roles, String mistake) {}
}

package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.inspect.Intent;
import dev.idem.inspect.UserAdministration;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The users of the console's own login. */
@Path("users")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class UsersResource {

    @Inject
    UserAdministration users;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public UsersResource() {}

    /** All of them. */
    @GET
    @Operation(summary = "List the users of the console")
    public UserList list() {
        return new UserList(
                users.users(user.operator()).stream().map(UserItem::of).toList());
    }

    /** Creates one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a user",
            description = "The answer has a password, which has to be changed at the first login. It is given once, and"
                    + " kept nowhere.")
    @APIResponseSchema(PasswordView.class)
    public PasswordView create(@BeanParam Headers headers, CreatedUser body) {
        String reason = Given.reason(body.reason());
        return once.unkept(
                headers,
                action -> PasswordView.of(users.create(
                        user.operator(), body.name(), Set.copyOf(body.roles()), new Intent(action, reason))));
    }

    /** Changes roles and activity. */
    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give this one user other roles, or decide whether they may log in",
            description = "Ends the user's sessions. Nobody changes themselves, and one administrator remains.")
    @APIResponseSchema(UserItem.class)
    public Response change(@BeanParam Headers headers, ChangedUser body) {
        String reason = Given.reason(body.reason());
        return once.answer(headers, action -> {
            users.change(user.operator(), body.change(), new Intent(action, reason));
            return told(body.name());
        });
    }

    /** Makes a new password. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make this one user a new password",
            description = "Ends the user's sessions and a lock. The answer is given once, and kept nowhere.")
    @APIResponseSchema(PasswordView.class)
    public PasswordView password(@BeanParam Headers headers, NamedUser body) {
        String reason = Given.reason(body.reason());
        return once.unkept(
                headers,
                action ->
                        PasswordView.of(users.resetPassword(user.operator(), body.name(), new Intent(action, reason))));
    }

    /** Ends a lock. */
    @POST
    @Path("unlock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let this one user log in whom failed logins keep out")
    @APIResponseSchema(UserItem.class)
    public Response unlock(@BeanParam Headers headers, NamedUser body) {
        String reason = Given.reason(body.reason());
        return once.answer(headers, action -> {
            users.unlock(user.operator(), body.name(), new Intent(action, reason));
            return told(body.name());
        });
    }

    private Once.Done told(String name) {
        return Once.Done.now("", UserItem.of(users.user(user.operator(), name)));
    }
}

package dev.idem.admin.users;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Times;
import dev.idem.inspect.UserAdministration;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Lists the users. */
@Path("users")
@Controller
@RequestScoped
public class UsersController {

    @Inject
    UserAdministration users;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public UsersController() {}

    /** All of them, by name. */
    @GET
    public String list() {
        Times times = user.times();
        List<UserRow> rows = users.users(user.operator()).stream()
                .map(line -> UserRow.of(line, times))
                .toList();
        models.put("users", rows);
        return "users/list.html";
    }
}

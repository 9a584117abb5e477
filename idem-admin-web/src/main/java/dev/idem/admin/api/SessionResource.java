package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who calls. */
@Path("session")
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SessionResource {

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public SessionResource() {}

    /** Who calls, and what they may do. */
    @GET
    @Operation(
            summary = "Show who calls and what they may do",
            description =
                    "For a session also its token, which every call by that session that changes something sends in the"
                            + " header X-CSRF-Token.")
    public SessionView show() {
        Operator operator = user.operator();
        return new SessionView(
                operator.name(),
                operator.roles().stream().sorted().toList(),
                Arrays.stream(Permission.values()).filter(operator::may).toList(),
                user.sessionToken());
    }
}

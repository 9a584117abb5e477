package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Paging;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.Intent;
import dev.idem.inspect.TokenActions;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenInspection;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One-time tokens. */
@Path("tokens")
@Tag(name = "Tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TokensResource {

    @Inject
    TokenInspection tokens;

    @Inject
    Inspection inspection;

    @Inject
    TokenActions actions;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public TokensResource() {}

    /** One page of them, the last issued first. */
    @GET
    @Operation(summary = "List one-time tokens", description = "Whom a token is for is shortened here, as on the page.")
    public TokenPageView list(
            @QueryParam("application") @DefaultValue("") String application,
            @QueryParam("operation") @DefaultValue("") String operation,
            @QueryParam("purpose") @DefaultValue("") String purpose,
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after) {
        TokenFilter filter = Given.filter(() -> new TokenFilter(
                Given.text(application),
                Given.text(operation),
                Given.text(purpose),
                Given.text(subject),
                Given.names("state", state, TokenState.class),
                Given.from(from),
                Given.until(until)));
        Paging paging = Given.cursor(() -> Paging.of(after, List.of()));
        return TokenPageView.of(tokens.tokens(filter, paging.cursor(), Given.size(size)), tokens.count(filter));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Operation(summary = "Show a one-time token; its value is kept nowhere")
    public TokenView show(@PathParam("id") String id) {
        TokenLine token = token(id);
        Optional<String> record =
                inspection.key(token.record()).map(found -> token.record().hex());
        return TokenView.of(token, record);
    }

    /** Revokes one. */
    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Revoke one token", description = "A call that hands it in is refused. This cannot be undone.")
    @APIResponseSchema(RevocationView.class)
    public Response revoke(@PathParam("id") String id, @BeanParam Headers headers, Why body) {
        String reason = Given.reason(body.reason());
        TokenLine token = token(id);
        return once.answer(headers, action -> {
            actions.revoke(user.operator(), token.publicId(), new Intent(action, reason));
            return Once.Done.now("", revoked(token.group(), Optional.of(token.publicId())));
        });
    }

    /** Revokes all good ones of a subject and purpose. */
    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Revoke all good tokens of an application, a subject and a purpose",
            description = "Calls that hand them in are refused. This cannot be undone.")
    @APIResponseSchema(RevocationView.class)
    public Response revokeAll(@BeanParam Headers headers, RevokedGroup body) {
        String reason = Given.reason(body.reason());
        TokenGroup group = new TokenGroup(body.application(), body.subject(), body.purpose());
        Given.fields(() -> TokenFilter.of(group));
        return once.answer(headers, action -> {
            actions.revokeAll(user.operator(), group, new Intent(action, reason));
            return Once.Done.now("", revoked(group, Optional.empty()));
        });
    }

    private static RevocationView revoked(TokenGroup group, Optional<String> token) {
        return new RevocationView(group.application(), token, group.subject(), group.purpose());
    }

    private TokenLine token(String id) {
        return tokens.token(id).orElseThrow(() -> Given.none("token"));
    }
}

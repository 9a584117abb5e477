package dev.idem.admin.tokens;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.ReasonForm;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.TokenActions;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenInspection;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Revokes a token, or all good ones of its subject and purpose. */
@Path("tokens/{id}/{action}")
@Controller
@RequestScoped
public class RevokeController {

    private static final String VIEW = "tokens/revoke.html";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    TokenInspection tokens;

    @Inject
    TokenActions actions;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    @PathParam("id")
    String id = "";

    @PathParam("action")
    String action = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RevokeController() {}

    /** What it would do, and the form that does it. */
    @GET
    public String confirm() {
        Revocation revocation = revocation();
        user.require(Permission.REVOKE);
        show(revocation, token(), ReasonForm.fresh(), "");
        return VIEW;
    }

    /** Does it. However often the same form arrives, it is done once. */
    @POST
    public Response run(@BeanParam ReasonForm form) {
        Revocation revocation = revocation();
        TokenLine token = token();
        String mistake = Input.read(form::mistake);
        if (!mistake.isEmpty()) {
            user.require(Permission.REVOKE);
            return again(revocation, form, INCOMPLETE, mistake);
        }
        try {
            revocation.run(actions, user.operator(), token, form.intent());
            return pages.redirect("/tokens/" + URLEncoder.encode(token.publicId(), StandardCharsets.UTF_8));
        } catch (NotAllowedException refused) {
            String message = Objects.requireNonNullElse(refused.getMessage(), "it is not allowed");
            return again(revocation, form, REFUSED, message);
        }
    }

    private Response again(Revocation revocation, ReasonForm form, int status, String mistake) {
        show(revocation, token(), form, mistake);
        return Response.status(status).entity(VIEW).build();
    }

    private void show(Revocation revocation, TokenLine line, ReasonForm form, String mistake) {
        TokenPage token = TokenPage.of(
                line,
                "",
                tokens.count(TokenFilter.of(line.group()).in(TokenState.GOOD)),
                user.operator(),
                user.times());
        models.put(
                "revoke",
                new RevokePage(
                        token,
                        revocation.path(),
                        revocation.button(token),
                        revocation.consequence(),
                        form.token(),
                        form.reason(),
                        revocation.hindrance(token),
                        mistake));
    }

    private TokenLine token() {
        return tokens.token(id).orElseThrow(() -> new NoSuchRecordException("there is no such token"));
    }

    private Revocation revocation() {
        return Arrays.stream(Revocation.values())
                .filter(each -> each.path().equals(action))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What the page shows.
     *
     * @param token the token it began with
     * @param path the page, below that of the token
     * @param button what the button says
     * @param consequence what happens
     * @param action the action token
     * @param reason what was typed before
     * @param hindrance why it is not possible now, "" if it is
     * @param mistake what has to be corrected, "" for nothing
     */
    public record RevokePage(
            TokenPage token,
            String path,
            String button,
            String consequence,
            String action,
            String reason,
            String hindrance,
            String mistake) {}
}

package dev.idem.admin.login;

import dev.idem.admin.web.ConsoleSettings;
import dev.idem.admin.web.Login;
import dev.idem.admin.web.OidcSettings;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.ReturnPath;
import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.NotAllowedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;

/** Logs in by an identity provider: sends the browser there, and takes it back. */
@Path("login/oidc")
@Controller
@RequestScoped
public class OidcController {

    private static final Logger LOG = System.getLogger(OidcController.class.getName());

    private static final String VIEW = "login/login.html";
    private static final int REFUSED = 401;
    private static final int UNAVAILABLE = 503;

    @Inject
    AdminUsers users;

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
    public OidcController() {}

    /** Sends the browser to the provider. */
    @GET
    public Response begin(@QueryParam(ReturnPath.PARAMETER) @DefaultValue("") String next) {
        OidcSettings provider = provider();
        PendingLogin login = PendingLogin.fresh(ReturnPath.safe(next), callback(provider));
        try {
            URI address = new IdentityProvider(provider).ask(login);
            Login.end(request);
            HttpSession session = request.getSession(true);
            session.setMaxInactiveInterval(Math.toIntExact(PendingLogin.LONGEST.toSeconds()));
            session.setAttribute(PendingLogin.ATTRIBUTE, login);
            return Response.seeOther(address).build();
        } catch (ProviderException failure) {
            return failed(failure, login.next());
        }
    }

    private String callback(OidcSettings provider) {
        return provider.callback().map(URI::toString).orElseGet(() -> URI.create(
                        request.getRequestURL().toString())
                .resolve(pages.path(Pages.OIDC_CALLBACK))
                .toString());
    }

    /** Takes the browser back: who it is stands in what the provider gives for the code, never in the address. */
    @GET
    @Path("callback")
    public Response end(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("iss") @DefaultValue("") String issuer,
            @QueryParam("error") @DefaultValue("") String error) {
        OidcSettings provider = provider();
        Optional<PendingLogin> pending = pending();
        if (pending.filter(login -> login.fits(state)).isEmpty()) {
            return again(REFUSED, "This login did not begin here, or took longer than ten minutes: try again.", "");
        }
        PendingLogin login = pending.get();
        boolean elsewhere = !issuer.isEmpty() && !issuer.equals(provider.issuer());
        if (!error.isEmpty() || code.isEmpty() || elsewhere) {
            return again(REFUSED, provider.label() + " did not log you in.", login.next());
        }
        try {
            var claims = new IdentityProvider(provider).answer(login, code);
            AdminUser user = users.vouched(Claims.identity(provider, claims), Optional.of(request.getRemoteAddr()));
            Login.begin(request, user, settings.sessionSeconds());
            return pages.redirect(login.next());
        } catch (ProviderException failure) {
            return failed(failure, login.next());
        } catch (NotAllowedException refused) {
            return again(REFUSED, "You are not logged in: " + refused.getMessage() + ".", login.next());
        }
    }

    private OidcSettings provider() {
        return settings.oidc().orElseThrow(NotFoundException::new);
    }

    /** Waited for once. */
    private Optional<PendingLogin> pending() {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Optional<PendingLogin> login = Optional.ofNullable((PendingLogin) session.getAttribute(PendingLogin.ATTRIBUTE));
        session.removeAttribute(PendingLogin.ATTRIBUTE);
        return login;
    }

    private Response failed(ProviderException failure, String next) {
        LOG.log(Level.WARNING, "IDEM-0705 " + failure.getMessage() + ": nobody was logged in", failure);
        return failure.isUnreachable()
                ? again(UNAVAILABLE, "The identity provider does not answer: try again in a minute.", next)
                : again(REFUSED, "The identity provider's answer proves nothing: try again.", next);
    }

    private Response again(int status, String message, String next) {
        models.put("login", LoginPage.of(settings, "", ReturnPath.safe(next), message));
        return Response.status(status).entity(VIEW).build();
    }
}

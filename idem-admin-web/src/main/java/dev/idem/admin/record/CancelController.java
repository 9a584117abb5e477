package dev.idem.admin.record;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Pages;
import dev.idem.inspect.Actions;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** Takes back a request of a record that no node has finished. */
@Path("keys/{id}/" + CancelPage.PATH)
@Controller
@RequestScoped
public class CancelController {

    private static final String VIEW = "record/action.html";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    Inspection inspection;

    @Inject
    Actions actions;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    @PathParam("id")
    String id = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public CancelController() {}

    /** What is asked for now, and the form that takes it back. */
    @GET
    public String confirm(@QueryParam("request") @DefaultValue("") String request) {
        user.require(Permission.REPLAY);
        show(request(request), "", "");
        return VIEW;
    }

    /** Takes it back. */
    @POST
    public Response run(@BeanParam CancelForm form) {
        RequestLine request = request(form.request);
        if (!form.mistake().isEmpty()) {
            user.require(Permission.REPLAY);
            return again(request, form, INCOMPLETE, form.mistake());
        }
        try {
            actions.cancel(user.operator(), request.id(), form.reason.strip());
            return pages.redirect("/keys/" + id + "?request=" + request.id() + "#asked");
        } catch (NotAllowedException refused) {
            return again(
                    request(form.request),
                    form,
                    REFUSED,
                    Objects.requireNonNullElse(refused.getMessage(), "It is not allowed."));
        }
    }

    private Response again(RequestLine request, CancelForm form, int status, String mistake) {
        show(request, form.reason, mistake);
        return Response.status(status).entity(VIEW).build();
    }

    private void show(RequestLine request, String reason, String mistake) {
        KeyDetail record = inspection.key(request.record()).orElseThrow(CancelController::none);
        CancelPage page = new CancelPage(
                record,
                inspection.operation(record.line().application(), record.line().operation()),
                request,
                user.times(inspection.now()));
        models.put("action", page.page(reason, mistake));
    }

    /** One of this record's; what cannot be a number names none. */
    private RequestLine request(String number) {
        try {
            return inspection
                    .request(Long.parseLong(number))
                    .filter(line -> line.record().hex().equals(id))
                    .orElseThrow(CancelController::none);
        } catch (NumberFormatException notANumber) {
            throw none();
        }
    }

    private static NoSuchRecordException none() {
        return new NoSuchRecordException("there is no such request");
    }
}

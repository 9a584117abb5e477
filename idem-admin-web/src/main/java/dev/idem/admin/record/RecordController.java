package dev.idem.admin.record;

import dev.idem.admin.web.Curl;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.RecordLookUp;
import dev.idem.admin.web.Relatives;
import dev.idem.inspect.Actions;
import dev.idem.inspect.Decision;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RequestLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** One record, and the pages that confirm an action on it. */
@Path("keys/{id}")
@Controller
@RequestScoped
public class RecordController {

    private static final String ACTION_VIEW = "record/action.html";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    Inspection inspection;

    @Inject
    DerivedCalls derived;

    @Inject
    Actions actions;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    @Inject
    Curl curl;

    @PathParam("id")
    String id = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RecordController() {}

    /** The record. */
    @GET
    public String show(@QueryParam("request") @DefaultValue("") String request) {
        KeyDetail record = record();
        Findings found = findings(record);
        models.put(
                "record",
                RecordPage.of(
                        found,
                        inspection.attempts(record.line().id()),
                        new RecordPage.Viewing(user.operator(), request)));
        models.put("kin", Kin.of(found.relatives()));
        models.put("curl", curl.get("/keys/" + record.line().id().hex()));
        return "record/detail.html";
    }

    /** What an action would do, and the form that asks for it. */
    @GET
    @Path("{action}")
    public String confirm(@PathParam("action") String path) {
        Action action = action(path);
        user.require(action.permission());
        KeyDetail record = record();
        show(action, record, ActionForm.fresh(record.line().version()), "");
        return ACTION_VIEW;
    }

    /** Asks for an action. However often the same form arrives, it is done once. */
    @POST
    @Path("{action}")
    public Response run(@PathParam("action") String path, @BeanParam ActionForm form) {
        Action action = action(path);
        String mistake = Input.read(() -> form.mistake(action));
        int version = Input.read(form::versionSeen);
        if (!mistake.isEmpty()) {
            user.require(action.permission());
            return again(action, form, INCOMPLETE, mistake);
        }
        try {
            RequestLine request = action.run(
                    actions,
                    user.operator(),
                    new Decision(RecordLookUp.id(id), version, form.token, form.reason.strip()),
                    form);
            return pages.redirect("/keys/" + RecordLookUp.id(id).hex() + "?request=" + request.id() + "#asked");
        } catch (NotAllowedException refused) {
            return again(action, form, REFUSED, Objects.requireNonNullElse(refused.getMessage(), "It is not allowed."));
        }
    }

    private Response again(Action action, ActionForm form, int status, String mistake) {
        show(action, record(), form, mistake);
        return Response.status(status).entity(ACTION_VIEW).build();
    }

    private void show(Action action, KeyDetail record, ActionForm form, String mistake) {
        models.put("action", ActionPage.of(action, findings(record), user.operator(), form, mistake));
    }

    private Findings findings(KeyDetail record) {
        return new Findings(
                record,
                inspection.operation(record.line().application(), record.line().operation()),
                inspection.requests(record.line().id()),
                inspection.conflicts(record.line().id()),
                Relatives.of(derived, record.line().id()),
                user.times(inspection.now()));
    }

    private KeyDetail record() {
        return RecordLookUp.of(inspection, id);
    }

    private static Action action(String path) {
        return Action.of(path).orElseThrow(NotFoundException::new);
    }
}

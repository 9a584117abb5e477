package dev.idem.admin.api;

import dev.idem.admin.edit.Edit;
import dev.idem.admin.record.Findings;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Relatives;
import dev.idem.admin.web.Told;
import dev.idem.inspect.Actions;
import dev.idem.inspect.Decision;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.Intent;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One record, and what operators do about it, each by the same service as its page. */
@Path("keys/{id}")
@Tag(name = "Decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RecordResource {

    private static final int INCOMPLETE = 422;

    @PathParam("id")
    String id = "";

    @Inject
    Inspection inspection;

    @Inject
    DerivedCalls derived;

    @Inject
    Actions actions;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RecordResource() {}

    /** All that is known of a record; its version is the ETag. */
    @GET
    @Operation(
            summary = "Show a record",
            description = "Arguments and results are masked. The ETag is the version that a" + " decision names.")
    @APIResponseSchema(RecordView.class)
    public Response show() {
        KeyDetail record = record();
        Findings found = new Findings(
                record,
                inspection.operation(record.line().application(), record.line().operation()),
                inspection.requests(record.line().id()),
                inspection.conflicts(record.line().id()),
                Relatives.of(derived, record.line().id()),
                user.times(inspection.now()));
        return Response.ok(
                        RecordView.of(found, inspection.attempts(record.line().id())))
                .tag(Integer.toString(record.line().version()))
                .build();
    }

    /** Replay this one call. */
    @POST
    @Path("replay")
    @Operation(
            summary = "Replay this one call",
            description =
                    "A node of the application runs the call again, with the arguments it came with and under the same key. A call that is completed by then is not run a second time.")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "202",
            responseDescription = "It was asked for; the request says later what became of it")
    public Response replay(@BeanParam RecordHeaders headers, Reasoned body) {
        return asked(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.replay(user.operator(), decision));
    }

    /** Try without the call. */
    @POST
    @Path("dry-run")
    @Operation(
            summary = "Try without the call",
            description =
                    "A node of the application rebuilds the arguments, checks them and finds the method. It does not call it.")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "202",
            responseDescription = "It was asked for; the request says later what became of it")
    public Response dryRun(@BeanParam RecordHeaders headers, Tried body) {
        return asked(
                decided(
                        headers,
                        body.version(),
                        Given.optionalReason(body.reason().orElse(""))),
                decision -> actions.dryRun(user.operator(), decision));
    }

    /** Ask the application. */
    @POST
    @Path("probe")
    @Operation(
            summary = "Ask the application",
            description = "The application is asked whether the effect for this key is there, if it can tell.")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "202",
            responseDescription = "It was asked for; the request says later what became of it")
    public Response probe(@BeanParam RecordHeaders headers, Tried body) {
        return asked(
                decided(
                        headers,
                        body.version(),
                        Given.optionalReason(body.reason().orElse(""))),
                decision -> actions.probe(user.operator(), decision));
    }

    /** Complete this call by hand. */
    @POST
    @Path("confirm")
    @Operation(
            summary = "Complete this call by hand",
            description =
                    "For when you know that the effect is there. Duplicates get the result you give. The call is never run.")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "202",
            responseDescription = "It was asked for; the request says later what became of it")
    public Response confirmDone(@BeanParam RecordHeaders headers, Confirmed body) {
        return asked(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.confirmDone(
                        user.operator(), decision, body.result().toString()));
    }

    /** Dismiss this call. */
    @POST
    @Path("dismiss")
    @Operation(summary = "Dismiss this call", description = "The call is never run. It can be restored.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "It is done")
    public Response dismiss(@BeanParam RecordHeaders headers, Reasoned body) {
        return done(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.dismiss(user.operator(), decision));
    }

    /** Put a dismissed call back. */
    @POST
    @Path("restore")
    @Operation(
            summary = "Put a dismissed call back",
            description = "The call is poison again and waits for a decision.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "It is done")
    public Response restore(@BeanParam RecordHeaders headers, Reasoned body) {
        return done(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.restore(user.operator(), decision));
    }

    /** Release this key. */
    @POST
    @Path("release")
    @Operation(
            summary = "Release this key",
            description =
                    "For when you know that the effect is not there: the next delivery with this key runs as if it were the first.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "It is done")
    public Response release(@BeanParam RecordHeaders headers, Reasoned body) {
        return done(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.release(user.operator(), decision));
    }

    /** End the protection of this key. */
    @POST
    @Path("expire")
    @Operation(
            summary = "End the protection of this key",
            description = "The next call with the key runs, and has its effect once more.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "It is done")
    public Response expire(@BeanParam RecordHeaders headers, Reasoned body) {
        return done(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.expire(user.operator(), decision));
    }

    /** Protect this key for longer. */
    @POST
    @Path("extend")
    @Operation(
            summary = "Protect this key for longer",
            description =
                    "A duplicate gets the stored answer for so many days from now, never for less than it would anyway.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "It is done")
    public Response extend(@BeanParam RecordHeaders headers, Extended body) {
        return done(
                decided(headers, body.version(), Given.reason(body.reason())),
                decision -> actions.extend(user.operator(), decision, Given.days(body.days())));
    }

    /** Replays it with other arguments. */
    @POST
    @Path("replay-edited")
    @Operation(
            summary = "Replay this one call with other arguments",
            description =
                    "Under the same key, or with asNew as a call of its own under a new key, the same for the same edit;"
                            + " the request is about its record then. All arguments, one entry for each parameter; a value that is masked stays what it"
                            + " is unless a new one is written.")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "202",
            responseDescription = "It was asked for; the request says later what became of it")
    public Response replayEdited(@BeanParam RecordHeaders headers, Edited body) {
        Decided decided = decided(headers, body.version(), Given.reason(body.reason()));
        String arguments = body.arguments().toString();
        if (user.operator().may(Permission.EDIT)) {
            check(arguments);
        }
        return asked(
                decided,
                decision -> body.asNew().orElse(false)
                        ? actions.replayAsNew(user.operator(), decision, arguments)
                        : actions.replayEdited(user.operator(), decision, arguments));
    }

    /** Shows what is masked. */
    @POST
    @Path("reveal")
    @Operation(
            summary = "Show this one call without masks",
            description = "Each look is an entry in the audit trail. The answer is given once, and kept nowhere.")
    @APIResponseSchema(RevealedView.class)
    public RevealedView reveal(@BeanParam Headers headers, Why body) {
        RecordId record = Given.record(id);
        String reason = Given.reason(body.reason());
        return once.unkept(
                headers,
                action -> RevealedView.of(actions.reveal(user.operator(), record, new Intent(action, reason))));
    }

    /** Deletes it for good. */
    @POST
    @Path("purge")
    @Operation(
            summary = "Purge this one record",
            description =
                    "It is deleted for good, with all that was kept with it. The next call with its key runs as new. This cannot be undone.")
    @APIResponseSchema(PurgedView.class)
    public Response purge(@BeanParam RecordHeaders headers, Reasoned body) {
        Decided decided = decided(headers, body.version(), Given.reason(body.reason()));
        return once.answer(headers, action -> {
            actions.purge(user.operator(), decided.by(action));
            return Once.Done.now("", new PurgedView(decided.record().hex()));
        });
    }

    /** As the page does before it asks. */
    private void check(String arguments) {
        KeyDetail record = record();
        Edit edit = Edit.of(
                record.arguments().orElse("null"),
                arguments,
                inspection.operation(record.line().application(), record.line().operation()));
        if (!edit.faults().isEmpty()) {
            throw new Told(
                    INCOMPLETE,
                    edit.faults().stream()
                            .map(fault -> "The field arguments/" + fault.place() + " " + fault.text() + ".")
                            .collect(Collectors.joining(" ")));
        }
        if (edit.changes().isEmpty()) {
            throw new Told(INCOMPLETE, "Nothing is changed: to run the call as it came, replay it.");
        }
    }

    private KeyDetail record() {
        return inspection.key(Given.record(id)).orElseThrow(() -> Given.none("record"));
    }

    private Decided decided(RecordHeaders headers, Optional<Integer> version, String reason) {
        return new Decided(headers, Given.record(id), headers.version(version), reason);
    }

    private Response asked(Decided decided, Function<Decision, RequestLine> action) {
        return once.answer(decided.headers(), token -> {
            RequestLine line = action.apply(decided.by(token));
            return Once.Done.later("/requests/" + line.id(), RequestView.of(line));
        });
    }

    private Response done(Decided decided, Function<Decision, RequestLine> action) {
        return once.answer(decided.headers(), token -> {
            RequestLine line = action.apply(decided.by(token));
            return Once.Done.now("/requests/" + line.id(), RequestView.of(line));
        });
    }

    /** A decision, but for its token. */
    private record Decided(RecordHeaders headers, RecordId record, int version, String reason) {

        Decision by(String actionToken) {
            return new Decision(record, version, actionToken, reason);
        }
    }
}

package dev.idem.admin.api;

import dev.idem.admin.web.ApiPath;
import dev.idem.admin.web.CallDigest;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Told;
import dev.idem.inspect.ApiCall;
import dev.idem.inspect.ApiCalls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;

/**
 * Does what a call asks for, once: sent again with the same {@code Idempotency-Key}, it gets the first answer, and nothing is
 * done. Every call that changes something goes through here.
 */
@RequestScoped
public class Once {

    private static final int INCOMPLETE = 422;

    @Inject
    ApiCalls calls;

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public Once() {}

    /**
     * Answers a call.
     *
     * @param headers of the call
     * @param work does it under an action token, which is the same if the call comes again
     */
    Response answer(Headers headers, Function<String, Done> work) {
        String caller = user.operator().name();
        String key = headers.key();
        ApiCall call = calls.begin(caller, key, CallDigest.of(request));
        if (call instanceof ApiCall.Answered known) {
            return response(known).header("Idempotent-Replayed", "true").build();
        }
        if (call instanceof ApiCall.Open open) {
            ApiCall.Answered answer = answered(work.apply(open.actionToken()));
            calls.end(caller, key, answer);
            return response(answer).build();
        }
        throw new Told(INCOMPLETE, "This Idempotency-Key was used for another call: send a new one.");
    }

    /**
     * The same for an answer that is kept nowhere: sent again, the call is told so by what it asks for.
     *
     * @param headers of the call
     * @param work does it under an action token, which is the same if the call comes again
     */
    <T> T unkept(Headers headers, Function<String, T> work) {
        ApiCall call = calls.begin(user.operator().name(), headers.key(), CallDigest.of(request));
        if (call instanceof ApiCall.Open open) {
            return work.apply(open.actionToken());
        }
        throw new Told(INCOMPLETE, "This Idempotency-Key was used for another call: send a new one.");
    }

    private ApiCall.Answered answered(Done done) {
        String location =
                done.location().isEmpty() ? "" : request.getContextPath() + "/" + ApiPath.PATH + done.location();
        return new ApiCall.Answered(done.status(), location, Answers.text(done.view()));
    }

    private static Response.ResponseBuilder response(ApiCall.Answered answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body());
        return answer.location().isEmpty() ? response : response.location(URI.create(answer.location()));
    }

    /**
     * What was done.
     *
     * @param status the answer's status
     * @param location where to look at it, below the API's address, "" for nowhere
     * @param view the answer
     */
    record Done(int status, String location, Record view) {

        private static final int OK = 200;
        private static final int ACCEPTED = 202;

        /** It is done. */
        static Done now(String location, Record view) {
            return new Done(OK, location, view);
        }

        /** It was asked for, and somebody else does it. */
        static Done later(String location, Record view) {
            return new Done(ACCEPTED, location, view);
        }
    }
}

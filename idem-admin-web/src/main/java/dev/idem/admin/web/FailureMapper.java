package dev.idem.admin.web;

import dev.idem.inspect.ActionException;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.StoreUnreachableException;
import dev.idem.inspect.TooSlowException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;

/** What a page throws becomes a status without a body, so that the container asks {@link ErrorServlet} for the page. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Context
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public FailureMapper() {}

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Told told) {
            return answer(told.status(), told.words());
        }
        if (failure instanceof WebApplicationException known) {
            return answer(known.getResponse());
        }
        if (failure instanceof ActionException refused) {
            return refused(refused);
        }
        LOG.log(Level.ERROR, "IDEM-0702 a page of the console failed", failure);
        return answer(500, "");
    }

    private Response refused(ActionException refused) {
        String message = Objects.requireNonNullElse(refused.getMessage(), "");
        if (refused instanceof NotPermittedException denied) {
            return answer(403, Problem.missing(denied.permission()));
        }
        if (refused instanceof NoSuchRecordException) {
            return answer(404, "");
        }
        if (refused instanceof ChangedMeanwhileException) {
            return answer(409, "The record was changed meanwhile. Nothing was executed: look at it and decide anew.");
        }
        if (refused instanceof NotAllowedException) {
            return answer(409, message);
        }
        if (refused instanceof TooSlowException) {
            return answer(503, "That took too long: " + message + ". Nothing was executed.");
        }
        if (refused instanceof StoreUnreachableException) {
            LOG.log(Level.WARNING, "IDEM-0703 the console could not reach the store", refused);
            return answer(503, unreachable());
        }
        return answer(500, "");
    }

    private String unreachable() {
        if (ApiPath.changes(request)) {
            return "The store did not answer. Send the same call with the same Idempotency-Key again: it is done once.";
        }
        return request.getMethod().equals("POST")
                ? "The store did not answer. Look at the record before you try again: the same page cannot do it twice."
                : Problem.NOTHING_DONE;
    }

    private Response answer(Response known) {
        String allowed = known.getHeaderString(HttpHeaders.ALLOW);
        Response answer = answer(known.getStatus(), "");
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private Response answer(int status, String message) {
        Problem.explain(request, message);
        return Response.status(status).build();
    }
}

package dev.idem.demo.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers every exception that no closer mapper takes as a problem, without the text of unexpected ones. */
@Provider
public class ProblemMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof Refusal refusal) {
            return refusal.problem().response();
        }
        if (exception instanceof InvalidField field) {
            return Refusal.badInput(String.valueOf(field.getMessage()))
                    .problem()
                    .response();
        }
        if (exception instanceof WebApplicationException web) {
            return rejected(web.getResponse());
        }
        LOG.log(Level.ERROR, "DEMO-0001 A call failed: see the exception.", exception);
        return Problem.of(500, "Call failed", "Everything was rolled back. Send the same call again.")
                .response();
    }

    private static Response rejected(Response response) {
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        return Problem.of(response.getStatus(), response.getStatusInfo().getReasonPhrase(), null)
                .response();
    }
}

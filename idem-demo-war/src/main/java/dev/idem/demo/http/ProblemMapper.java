package dev.idem.demo.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

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
        Problem problem = Problem.of(
                response.getStatus(), response.getStatusInfo().getReasonPhrase(), advice(response.getStatus()));
        // a 405 keeps its Allow
        return Response.fromResponse(response)
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static @Nullable String advice(int status) {
        return switch (status) {
            case 404 -> "There is no such call: the README lists all.";
            case 405 -> "The header Allow says what can be done here.";
            case 415 -> "Send it as Content-Type: application/json.";
            default -> null;
        };
    }
}

package dev.idem.rest;

import dev.idem.IdempotencyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Answers an {@link IdempotencyException} with a problem of RFC 9457. What only an operator can heal is logged, because
 * a mapped exception is seen nowhere else. Used by many threads at once.
 */
@ConstrainedTo(RuntimeType.SERVER)
@Priority(ProblemMapper.BEHIND_THE_APPLICATIONS_OWN)
final class ProblemMapper implements ExceptionMapper<IdempotencyException> {

    /** An application's mapper for the same exception, without a priority, wins. */
    static final int BEHIND_THE_APPLICATIONS_OWN = Priorities.USER + 1000;

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    private final ProblemPage page;

    ProblemMapper(ProblemPage page) {
        this.page = page;
    }

    @Override
    public Response toResponse(IdempotencyException exception) {
        Problem problem = Problem.of(exception);
        log(problem, exception);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemText.MEDIA_TYPE)
                .entity(text(problem, exception).json());
        page.link(problem.type()).ifPresent(link -> response.header(HttpHeaders.LINK, link));
        return (problem.passes() ? response.header(HttpHeaders.RETRY_AFTER, "1") : response).build();
    }

    private static ProblemText text(Problem problem, IdempotencyException exception) {
        return new ProblemText(
                problem.type(),
                problem.status(),
                problem.title(),
                detail(problem, exception),
                Optional.of(exception.operation()));
    }

    private static String detail(Problem problem, IdempotencyException exception) {
        String message = exception.getMessage();
        return problem.concernsClient() && message != null ? message : problem.title();
    }

    private static void log(Problem problem, IdempotencyException exception) {
        if (problem == Problem.STORE_UNAVAILABLE) {
            LOG.log(Level.WARNING, "IDEM-0401 answered 503: {0}", exception.getMessage());
        } else if (!problem.concernsClient()) {
            LOG.log(Level.WARNING, "IDEM-0402 answered 500", exception);
        }
    }
}

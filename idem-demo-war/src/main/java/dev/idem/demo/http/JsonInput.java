package dev.idem.demo.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses a body that is missing, is not JSON or does not pass the checks of the record it becomes. */
@Provider
public class JsonInput implements ReaderInterceptor {

    private static final String EXPECTED = "The body must be a JSON object with the fields of this call.";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            Object input = context.proceed();
            if (input == null) {
                throw Refusal.badInput(EXPECTED);
            }
            return input;
        } catch (NoContentException | BadRequestException | ProcessingException e) {
            throw Refusal.badInput(reason(e));
        }
    }

    private static String reason(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof InvalidField field) {
                return String.valueOf(field.getMessage());
            }
        }
        return EXPECTED;
    }
}

package dev.idem.demo.http;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Refuses a body that is missing, is not JSON or does not pass the checks of the record it becomes. */
@Provider
public class JsonInput implements ReaderInterceptor {

    private static final String EXPECTED = "The body must be a JSON object with the fields of this call.";
    private static final int LONGEST = 100_000;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new ByteArrayInputStream(wellFormed(context.getInputStream())));
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

    /** The server's JSON Binding reads a field that it does not know for ever, if the text ends inside of it. */
    private static byte[] wellFormed(InputStream body) throws IOException {
        byte[] json = body.readNBytes(LONGEST + 1);
        if (json.length > LONGEST) {
            throw Refusal.badInput("The body must have at most " + LONGEST + " bytes.");
        }
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(json))) {
            while (parser.hasNext()) {
                parser.next();
            }
        } catch (RuntimeException notJson) {
            throw Refusal.badInput(EXPECTED);
        }
        return json;
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

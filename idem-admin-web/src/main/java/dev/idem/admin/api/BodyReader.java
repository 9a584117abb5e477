package dev.idem.admin.api;

import dev.idem.admin.web.Told;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the content of a call into the record that the resource takes, and says of anything else what is wrong. */
class BodyReader implements MessageBodyReader<Record> {

    private static final int UNREADABLE = 400;

    BodyReader() {}

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream content)
            throws IOException {
        return read(type, content.readAllBytes());
    }

    static Record read(Class<? extends Record> type, byte[] content) {
        return Fields.read(type, object(text(content)));
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Told(UNREADABLE, "The content is not UTF-8.");
        }
    }

    /** The only value of a text. A reader would not look at what follows on it. */
    private static JsonObject object(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!(value instanceof JsonObject object) || parser.hasNext()) {
                throw new Told(UNREADABLE, "Send one JSON object in braces.");
            }
            return object;
        } catch (JsonParsingException notJson) {
            throw new Told(
                    UNREADABLE,
                    "The content is not JSON: look at line "
                            + notJson.getLocation().getLineNumber() + ", column "
                            + notJson.getLocation().getColumnNumber() + ".");
        } catch (Told known) {
            throw known;
        } catch (RuntimeException | StackOverflowError unreadable) {
            throw new Told(UNREADABLE, "The content cannot be read as JSON.");
        }
    }
}

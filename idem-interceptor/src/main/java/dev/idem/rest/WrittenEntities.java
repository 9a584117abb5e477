package dev.idem.rest;

import dev.idem.spi.ArgumentCodec;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one method's responses storable: what they carry becomes the text or the bytes the client gets. */
final class WrittenEntities {

    private static final List<Class<?>> STREAMS =
            List.of(StreamingOutput.class, InputStream.class, Reader.class, File.class, Path.class);

    private final ArgumentCodec codec;
    private final Method method;

    WrittenEntities(ArgumentCodec codec, Method method) {
        this.codec = codec;
        this.method = method;
    }

    /**
     * Writes a response's entity.
     *
     * @return the response with a String, a byte array or nothing
     * @throws IllegalArgumentException if its entity cannot be stored; the message says what to return instead
     */
    Response written(Response response) {
        Object entity = response.getEntity();
        if (entity == null || entity instanceof String || entity instanceof byte[]) {
            return response;
        }
        if (entity instanceof CharSequence text) {
            return Response.fromResponse(response).entity(text.toString()).build();
        }
        if (STREAMS.stream().anyMatch(stream -> stream.isInstance(entity))) {
            throw refused(entity, "is a stream and cannot be sent twice; return a String, a byte[] or an object");
        }
        MediaType type = response.getMediaType() == null ? produced() : response.getMediaType();
        if (!isJson(type)) {
            throw refused(entity, "would be written as " + type + "; return it as a String or byte[], or as JSON");
        }
        return Response.fromResponse(response).entity(json(entity)).type(type).build();
    }

    private @Nullable String json(Object entity) {
        return entity instanceof GenericEntity<?> generic
                ? codec.write(generic.getEntity(), generic.getType())
                : codec.write(entity, entity.getClass());
    }

    /** What {@code @Produces} names, JSON first; JSON if it is silent. */
    private MediaType produced() {
        Produces produces = method.getAnnotation(Produces.class);
        if (produces == null) {
            produces = method.getDeclaringClass().getAnnotation(Produces.class);
        }
        if (produces == null) {
            return MediaType.APPLICATION_JSON_TYPE;
        }
        List<MediaType> types = Arrays.stream(produces.value())
                .flatMap(value -> Stream.of(value.split(",")))
                .map(MediaType::valueOf)
                .map(type -> type.isWildcardSubtype() ? MediaType.APPLICATION_JSON_TYPE : type)
                .toList();
        return types.stream().filter(WrittenEntities::isJson).findFirst().orElseGet(() -> types.get(0));
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private IllegalArgumentException refused(Object entity, String why) {
        return new IllegalArgumentException(method.getDeclaringClass().getName() + "." + method.getName()
                + " returned a response that cannot be stored: its entity of type "
                + entity.getClass().getName() + " " + why);
    }
}

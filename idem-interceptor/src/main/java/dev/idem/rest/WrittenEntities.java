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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one method's responses storable: what they carry becomes the text or the bytes the client gets. */
final class WrittenEntities {

    private static final List<Class<?>> STREAMS =
            List.of(StreamingOutput.class, InputStream.class, Reader.class, File.class, Path.class);

    private static final List<MediaType> TEXTS = List.of(MediaType.TEXT_PLAIN_TYPE, MediaType.WILDCARD_TYPE);
    private static final List<MediaType> BYTES =
            List.of(MediaType.APPLICATION_OCTET_STREAM_TYPE, MediaType.WILDCARD_TYPE);

    private final ArgumentCodec codec;
    private final Method method;
    private final Supplier<Accepted> accepted;

    WrittenEntities(ArgumentCodec codec, Method method, Supplier<Accepted> accepted) {
        this.codec = codec;
        this.method = method;
        this.accepted = accepted;
    }

    /**
     * Writes a response's entity, and settles its media type: a duplicate gets the same, whatever it accepts.
     *
     * @return the response with a String, a byte array or nothing
     * @throws IllegalArgumentException if its entity cannot be stored; the message says what to return instead
     */
    Response written(Response response) {
        Object entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        if (entity instanceof CharSequence text) {
            return typed(response, text.toString(), TEXTS);
        }
        if (entity instanceof byte[] bytes) {
            return typed(response, bytes, BYTES);
        }
        if (STREAMS.stream().anyMatch(stream -> stream.isInstance(entity))) {
            throw refused(entity, "is a stream and cannot be sent twice; return a String, a byte[] or an object");
        }
        MediaType type = response.getMediaType() == null ? json() : response.getMediaType();
        if (!isJson(type)) {
            throw refused(entity, "would be written as " + type + "; return it as a String or byte[], or as JSON");
        }
        return Response.fromResponse(response).entity(json(entity)).type(type).build();
    }

    private Response typed(Response response, Object entity, List<MediaType> usual) {
        Response.ResponseBuilder typed = Response.fromResponse(response).entity(entity);
        if (response.getMediaType() == null) {
            List<MediaType> produced = produced();
            accepted.get().choose(produced.isEmpty() ? usual : produced).ifPresent(typed::type);
        }
        return typed.build();
    }

    private @Nullable String json(Object entity) {
        return entity instanceof GenericEntity<?> generic
                ? codec.write(generic.getEntity(), generic.getType())
                : codec.write(entity, entity.getClass());
    }

    /** The JSON type that the client likes best, of those the method produces; else what it would be instead. */
    private MediaType json() {
        List<MediaType> produced = produced().stream()
                .map(type -> type.isWildcardSubtype() ? MediaType.APPLICATION_JSON_TYPE : type)
                .toList();
        if (produced.isEmpty()) {
            return MediaType.APPLICATION_JSON_TYPE;
        }
        List<MediaType> json = produced.stream().filter(WrittenEntities::isJson).toList();
        Accepted client = accepted.get();
        return client.choose(json).or(() -> client.choose(produced)).orElseGet(() -> produced.get(0));
    }

    /** What {@code @Produces} names; nothing if it is silent. */
    private List<MediaType> produced() {
        Produces produces = method.getAnnotation(Produces.class);
        if (produces == null) {
            produces = method.getDeclaringClass().getAnnotation(Produces.class);
        }
        return produces == null
                ? List.of()
                : Arrays.stream(produces.value())
                        .flatMap(value -> Stream.of(value.split(",")))
                        .map(MediaType::valueOf)
                        .toList();
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

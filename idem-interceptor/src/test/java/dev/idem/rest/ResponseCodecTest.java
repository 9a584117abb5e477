package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import dev.idem.engine.ResultCodec;
import dev.idem.rest.sample.PlainJson;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses as stored results. */
class ResponseCodecTest {

    /** The methods whose responses are stored here. */
    public interface Resource {

        Response silent();

        @Produces({"application/xml", "application/hal+json"})
        Response hal();

        @Produces("text/plain, */*")
        Response plain();

        @Produces("application/xml")
        Response xml();

        String text();
    }

    /** An order. */
    public record Order(String id, int amount) {}

    @ParameterizedTest
    @DisplayName("scenario 40: a status outside 2xx is a failure")
    @ValueSource(ints = {100, 199, 300, 303, 304, 400, 404, 409, 500, 503, 599})
    void otherStatusFails(int status) throws Exception {
        assertThat(codec("silent").fails(Response.status(status).build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 299})
    void successIsNoFailure(int status) throws Exception {
        assertThat(codec("silent").fails(Response.status(status).build())).isFalse();
    }

    @Test
    void onlyMethodsThatReturnAResponseHaveACodec() throws Exception {
        assertThat(new StoredResponses(100, Accepted::anything)
                        .forMethod(Resource.class.getMethod("text"), new PlainJson()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Grüße 🎉", "\"quoted\" \\ and\nlines\u0000"})
    void textComesBackAsItWas(String text) throws Exception {
        Response again = again("silent", Response.ok(text, "text/csv").build());
        assertThat(again.getEntity()).isEqualTo(text);
        assertThat(again.getMediaType()).hasToString("text/csv");
    }

    @Test
    @SuppressWarnings("UnnecessaryStringBuilder") // a CharSequence that is no String
    void textWithoutTypeGetsOneThatStays() throws Exception {
        ResultCodec codec = codec("silent");
        ResultCodec.Encoded encoded =
                codec.encode(Response.ok(new StringBuilder("x")).build());
        assertThat(((Response) encoded.answer()).getEntity()).isEqualTo("x");
        assertThat(((Response) encoded.answer()).getMediaType()).isEqualTo(MediaType.TEXT_PLAIN_TYPE);
        assertThat(decoded(codec, encoded).getMediaType()).isEqualTo(MediaType.TEXT_PLAIN_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "plain, application/xml;q=0.5, application/xml",
        "hal, application/xml;q=0.5, application/xml",
        "hal, '*/*, application/xml;q=0.5', application/hal+json",
        "silent, text/html, text/html"
    })
    void typeIsWhatTheClientAccepts(String method, String accept, String type) throws Exception {
        ResultCodec codec = codec(method, 1000, Accepted.of(List.of(accept)));

        Response first = (Response) codec.encode(Response.ok("<o/>").build()).answer();

        assertThat(first.getMediaType()).hasToString(type);
    }

    @Test
    void objectForWhoAcceptsNoJsonIsRefused() throws Exception {
        ResultCodec codec = codec("hal", 1000, Accepted.of(List.of("application/xml")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(Response.ok(new Order("o1", 5)).build()))
                .withMessageContaining("application/xml; return it as a String");
    }

    @Test
    void bytesComeBackAsTheyWere() throws Exception {
        byte[] bytes = {0, -1, 127, -128, 10};
        Response again = again("silent", Response.ok(bytes, "image/png").build());
        assertThat(again.getEntity()).isEqualTo(bytes);
        assertThat(again.getMediaType()).hasToString("image/png");
    }

    @Test
    void emptyResponseStaysEmpty() throws Exception {
        Response again = again("silent", Response.noContent().build());
        assertThat(again.getStatus()).isEqualTo(204);
        assertThat(again.hasEntity()).isFalse();
    }

    @Test
    void objectBecomesJsonForFirstAnswerAndDuplicates() throws Exception {
        ResultCodec codec = codec("silent");
        ResultCodec.Encoded encoded =
                codec.encode(Response.status(201).entity(new Order("o1", 5)).build());
        Response first = (Response) encoded.answer();
        assertThat(first.getEntity()).isEqualTo("{\"amount\":5,\"id\":\"o1\"}");
        assertThat(first.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        Response again = decoded(codec, encoded);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
        assertThat(again.getMediaType()).isEqualTo(first.getMediaType());
    }

    @Test
    void genericEntityIsWritten() throws Exception {
        var orders = new GenericEntity<List<Order>>(List.of(new Order("o1", 5))) {};
        assertThat(again("silent", Response.ok(orders).build()).getEntity())
                .isEqualTo("[{\"amount\":5,\"id\":\"o1\"}]");
    }

    @Test
    void jsonTypeOfTheResourceIsKept() throws Exception {
        Response again = again("hal", Response.ok(new Order("o1", 5)).build());
        assertThat(again.getMediaType()).hasToString("application/hal+json");
    }

    @Test
    void resourceThatMayWriteAnythingWritesJson() throws Exception {
        Response again = again("plain", Response.ok(new Order("o1", 5)).build());
        assertThat(again.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
    }

    @Test
    void jsonTypeOfTheResponseIsKept() throws Exception {
        Response again = again(
                "xml",
                Response.ok(new Order("o1", 5), "application/vnd.order+json;v=2")
                        .build());
        assertThat(again.getMediaType()).hasToString("application/vnd.order+json;v=2");
    }

    @Test
    void headersOfTheMethodAreKept() throws Exception {
        Response again = again("silent", withHeaders());
        assertThat(again.getStringHeaders())
                .containsEntry("Location", List.of("/orders/1"))
                .containsEntry("ETag", List.of("\"v1\""))
                .containsEntry("Content-Language", List.of("de"))
                .containsEntry("Last-Modified", List.of("Thu, 01 Jan 1970 00:00:00 GMT"))
                .containsEntry("X-Tag", List.of("a", "b, c"))
                .containsEntry("Link", List.of("</orders/1>; rel=\"self\""))
                .containsKey("Cache-Control");
    }

    @Test
    void cookiesAndConnectionHeadersAreNotStored() throws Exception {
        assertThat(again("silent", withHeaders()).getStringHeaders())
                .doesNotContainKeys("Set-Cookie", "Date", "Content-Length", "connection", "Idempotent-Replayed");
    }

    @Test
    void firstAnswerKeepsItsCookiesAndAllHeaders() throws Exception {
        Response first = (Response) codec("silent").encode(withHeaders()).answer();
        assertThat(first.getCookies()).containsKey("session");
        assertThat(first.getHeaders()).containsKeys("Location", "X-Tag", "Date");
    }

    static List<Object> streams() {
        return List.of(
                (StreamingOutput) out -> out.write(1),
                new ByteArrayInputStream(new byte[1]),
                new StringReader("x"),
                new File("x"),
                Path.of("x"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void streamIsRefused(Object stream) throws Exception {
        ResultCodec codec = codec("silent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(Response.ok(stream).build()))
                .withMessageContaining("Resource.silent returned")
                .withMessageContaining("return a String");
    }

    @Test
    @DisplayName("scenario 32: what cannot be stored names its type and a remedy")
    void objectToBeWrittenAsXmlIsRefused() throws Exception {
        ResultCodec codec = codec("xml");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(Response.ok(new Order("o1", 5)).build()))
                .withMessageContaining(Order.class.getName())
                .withMessageContaining("application/xml; return it as a String");
    }

    @ParameterizedTest
    @DisplayName("scenario 40: a body too large to store is a clear error")
    @ValueSource(strings = {"12345678901", "ü2345678901"})
    void largeTextIsRefused(String text) throws Exception {
        ResultCodec codec = codec("silent", 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(Response.ok(text).build()))
                .withMessageContaining("11 characters")
                .withMessageContaining("idem.rest.max-body is 10");
    }

    @Test
    void bytesCountAsStored() throws Exception {
        ResultCodec codec = codec("silent", 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(Response.ok(new byte[9]).build()))
                .withMessageContaining("12 characters");
        assertThat(codec.encode(Response.ok("1234567890").build()).text()).contains("1234567890");
    }

    @ParameterizedTest
    @DisplayName("scenario 33: a stored response that cannot be read is an error")
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"status\":600}",
                "{\"status\":200,\"headers\":[]}",
                "{\"status\":200,\"headers\":{\"a\":[1]}}",
                "{\"status\":200,\"text\":1}",
                "{\"status\":200,\"base64\":\"%\"}",
                "\"text\""
            })
    void unreadableTextIsAnError(String text) throws Exception {
        ResultCodec codec = codec("silent");
        assertThatRuntimeException().isThrownBy(() -> codec.decode(text));
    }

    @Test
    void storedFormIsStable() throws Exception {
        Response response = Response.status(201)
                .header("X-B", "2")
                .header("Location", "/orders/1")
                .entity("ok")
                .build();
        assertThat(codec("silent").encode(response).text())
                .isEqualTo(
                        "{\"status\":201,\"headers\":{\"Content-Type\":[\"text/plain\"],\"Location\":[\"/orders/1\"],"
                                + "\"X-B\":[\"2\"]},\"text\":\"ok\"}");
        assertThat(StoredResponse.fromJson("{\"status\":200}"))
                .isEqualTo(new StoredResponse(200, Map.of(), new StoredBody.None()));
    }

    private static Response withHeaders() {
        CacheControl cacheControl = new CacheControl();
        cacheControl.setPrivate(true);
        return Response.created(URI.create("/orders/1"))
                .tag(new EntityTag("v1"))
                .language(Locale.GERMAN)
                .lastModified(Date.from(Instant.EPOCH))
                .cacheControl(cacheControl)
                .link(URI.create("/orders/1"), "self")
                .header("X-Tag", "a")
                .header("X-Tag", "b, c")
                .header("connection", "X-Tag")
                .header("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
                .header("Content-Length", "2")
                .header("Idempotent-Replayed", "true")
                .cookie(new NewCookie.Builder("session").value("secret").build())
                .entity("ok".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static ResultCodec codec(String method) throws NoSuchMethodException {
        return codec(method, 1000);
    }

    private static ResultCodec codec(String method, int maxBody) throws NoSuchMethodException {
        return codec(method, maxBody, Accepted.anything());
    }

    private static ResultCodec codec(String method, int maxBody, Accepted accepted) throws NoSuchMethodException {
        return new StoredResponses(maxBody, () -> accepted)
                .forMethod(Resource.class.getMethod(method), new PlainJson())
                .orElseThrow();
    }

    private static Response again(String method, Response response) throws NoSuchMethodException {
        ResultCodec codec = codec(method);
        return decoded(codec, codec.encode(response));
    }

    private static Response decoded(ResultCodec codec, ResultCodec.Encoded encoded) {
        return Objects.requireNonNull((Response) codec.decode(encoded.text()));
    }
}

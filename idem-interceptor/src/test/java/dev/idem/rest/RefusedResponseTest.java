package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idem.engine.RefusalCodec;
import dev.idem.refusal.CarriedValues;
import dev.idem.refusal.DeclaredRefusals;
import dev.idem.rest.sample.PlainJson;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Exceptions that carry a response, as stored refusals. */
class RefusedResponseTest {

    @Test
    @DisplayName("scenario 37: status, headers and body of a refusal come back")
    void responseComesBack() throws Exception {
        Response response = Response.status(409)
                .header("X-Left", 2)
                .header("Set-Cookie", "a=b")
                .entity(new ResponseCodecTest.Order("o-1", 2))
                .build();

        ClientErrorException again = again(new ClientErrorException("sold out", response), ClientErrorException.class);

        assertThat(again).hasMessage("sold out");
        assertThat(again.getResponse().getStatus()).isEqualTo(409);
        assertThat(again.getResponse().getHeaderString("X-Left")).isEqualTo("2");
        assertThat(again.getResponse().getHeaderString("Content-Type")).isEqualTo("application/json");
        assertThat(again.getResponse().getHeaderString("Set-Cookie")).isNull();
        assertThat(again.getResponse().getEntity()).isEqualTo("{\"amount\":2,\"id\":\"o-1\"}");
    }

    @Test
    void responseWithoutBodyComesBack() throws Exception {
        assertThat(again(new NotFoundException("no such order"), NotFoundException.class))
                .hasMessage("no such order")
                .extracting(each -> each.getResponse().getStatus())
                .isEqualTo(404);
        assertThat(again(new WebApplicationException(503), WebApplicationException.class)
                        .getResponse()
                        .getStatus())
                .isEqualTo(503);
    }

    @Test
    void subclassComesBackAsTheDeclaredOne() throws Exception {
        RefusalCodec codec = refusals(ClientErrorException.class);

        assertThat(codec.decode(codec.encode(new NotFoundException("gone"))))
                .isExactlyInstanceOf(ClientErrorException.class)
                .hasMessage("gone")
                .extracting(each -> ((ClientErrorException) each).getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void propertiesComeBackBesideTheResponse() throws Exception {
        SoldOut again = again(new SoldOut("tea", Response.status(410).build()), SoldOut.class);

        assertThat(again.getSku()).isEqualTo("tea");
        assertThat(again.getResponse().getStatus()).isEqualTo(410);
    }

    @Test
    void constructorWithoutResponseDoesNotDo() {
        assertThat(DeclaredRefusals.problem(Computed.class, CarriedValues.carriable(true)))
                .hasValue("has no constructor by which it could be made again");
    }

    @Test
    @DisplayName("scenario 40: a body too large to store is told")
    void tooLargeBodyIsTold() {
        Response large = Response.status(409).entity("x".repeat(101)).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusals(ClientErrorException.class).encode(new ClientErrorException(large)))
                .withMessageContaining("idem.rest.max-body");
    }

    private static <T extends Throwable> T again(T refusal, Class<T> type) throws Exception {
        RefusalCodec codec = refusals(type);
        return type.cast(codec.decode(codec.encode(refusal)));
    }

    @SafeVarargs
    private static RefusalCodec refusals(Class<? extends Throwable>... types) throws NoSuchMethodException {
        PlainJson json = new PlainJson();
        return DeclaredRefusals.of(
                Arrays.asList(types),
                new CarriedValues(
                        json,
                        new StoredResponses(100, Accepted::anything)
                                .forExceptions(ResponseCodecTest.Resource.class.getMethod("text"), json),
                        CarriedValues.carriable(true)));
    }

    /** Made again with the response it had. */
    public static class SoldOut extends WebApplicationException {

        private final String sku;

        public SoldOut(String sku, Response response) {
            super(sku + " is sold out", response);
            this.sku = sku;
        }

        public String getSku() {
            return sku;
        }
    }

    /** Whose response might be another one the next time. */
    public static class Computed extends WebApplicationException {

        private final String sku;

        public Computed(String sku) {
            super(Response.status(409).build());
            this.sku = sku;
        }

        public String getSku() {
            return sku;
        }
    }
}

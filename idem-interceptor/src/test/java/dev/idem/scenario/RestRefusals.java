package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an HTTP client sees of refusals. */
abstract class RestRefusals extends RestCalls {

    @Test
    @DisplayName("scenario 37: the response of a WebApplicationException comes again, with status, headers and body")
    void refusedResponseComesAgain() throws Exception {
        HttpResponse<String> first = post("refusals/web");
        HttpResponse<String> again = post("refusals/web");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(409);
        assertThat(replayed(first)).isFalse();
        assertSame(again, first);
        for (String header : List.of("X-Ticket", "Content-Type")) {
            assertThat(again.headers().allValues(header))
                    .isEqualTo(first.headers().allValues(header))
                    .hasSize(1);
        }
        assertProblem(postOther("refusals/web"), 422, "key-reused");
    }

    @Test
    @DisplayName("scenario 37: an exception that the application's own mapper answers is answered so again")
    void mappedRefusalComesAgain() throws Exception {
        HttpResponse<String> first = post("refusals/mapped");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(410);
        assertThat(first.body()).isEqualTo("{\"sku\":\"tea of " + id + "\",\"left\":2}");
        assertThat(replayed(first)).isFalse();
        assertSame(post("refusals/mapped"), first);
    }

    private void assertSame(HttpResponse<String> again, HttpResponse<String> first) throws Exception {
        assertThat(again.statusCode()).as(again.body()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body()).isNotEmpty();
        assertThat(replayed(again)).isTrue();
        assertThat(effects()).isZero();
        assertThat(attempts()).isZero();
        assertThat(records()).isEqualTo(1);
    }
}

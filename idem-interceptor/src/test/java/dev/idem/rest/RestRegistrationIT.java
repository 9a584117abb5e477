package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.rest.sample.ListedApplication;
import dev.idem.testing.Library;
import dev.idem.testing.Loopback;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The library's Jakarta REST part in {@code WEB-INF/lib} of a WAR with two applications, one scanned and one that lists
 * its classes; without engine and database.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestRegistrationIT {

    private static final List<String> APPLICATIONS = List.of("scanned/", "listed/");

    private final HttpClient http = HttpClient.newHttpClient();

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        String[] packages = {"dev.idem", "dev.idem.spi", "dev.idem.engine", "dev.idem.rest"};
        return ShrinkWrap.create(WebArchive.class, "rest-sample.war")
                .addAsLibrary(
                        Library.part(packages, "META-INF/beans.xml", "META-INF/services/jakarta.ws.rs.core.Feature")
                                .addAsServiceProvider(ServletContainerInitializer.class, RestInitializer.class))
                .addPackage(ListedApplication.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    void everyExceptionIsAProblemInEveryApplication() throws Exception {
        for (String application : APPLICATIONS) {
            for (Problem problem : Problem.values()) {
                var response = get(application + "problems/" + name(problem));
                assertThat(response.statusCode()).isEqualTo(problem.status());
                assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
                assertThat(response.headers().allValues("Retry-After")).hasSize(problem.passes() ? 1 : 0);
                assertThat(response.body())
                        .contains("\"type\":\"" + problem.type() + "\"", "\"operation\":\"orders.place\"")
                        .doesNotContain("secret");
            }
        }
    }

    @Test
    void exceptionOutOfAnEjbIsTheSameProblem() throws Exception {
        for (String application : APPLICATIONS) {
            for (Problem problem : Problem.values()) {
                var response = get(application + "stateless/" + name(problem));
                assertThat(response.statusCode()).isEqualTo(problem.status());
                assertThat(response.body()).contains(problem.type());
            }
        }
    }

    @Test
    void problemIsSentAlsoToWhoAcceptsSomethingElse() throws Exception {
        var response = get("listed/problems/KeyReused", "Accept", "text/plain");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    @DisplayName("scenario 9: a replayed answer says so once, any other not at all")
    void replayedAnswerSaysSoOnce() throws Exception {
        for (String application : APPLICATIONS) {
            assertThat(replayed(get(application + "request/replayed"))).containsExactly("true");
            assertThat(replayed(get(application + "request/caller"))).isEmpty();
            assertThat(replayed(get(application + "problems/KeyReused"))).isEmpty();
        }
    }

    @Test
    void asynchronousAnswerSaysSoToo() throws Exception {
        for (int i = 0; i < 20; i++) {
            var response = get("scanned/request/async");
            assertThat(replayed(response)).containsExactly("true");
            assertThat(response.body()).isEqualTo("Internal[]");
            assertThat(replayed(get("scanned/request/caller"))).isEmpty();
        }
    }

    @Test
    @DisplayName("scenario 91: callers known to the container or to a filter are told apart")
    void callerIsWhoAuthenticated() throws Exception {
        for (String application : APPLICATIONS) {
            String path = application + "request/caller";
            assertThat(get(path).body()).isEqualTo("Anonymous[]");
            assertThat(get(path, "X-Token", "alice").body()).isEqualTo("Authenticated[name=alice]");
            assertThat(get(path, "Authorization", basic("bob:pass")).body()).isEqualTo("Authenticated[name=bob]");
            assertThat(get(path, "Authorization", basic("bob:pass"), "X-Token", "alice")
                            .body())
                    .isEqualTo("Authenticated[name=alice]");
            assertThat(get(path).body()).isEqualTo("Anonymous[]");
        }
    }

    @Test
    void callerOfAServletIsKnown() throws Exception {
        assertThat(get("servlet").body()).isEqualTo("Anonymous[] Optional.empty;");
        assertThat(get("servlet", "Authorization", basic("bob:pass"), "Idempotency-Key", "\"k\"")
                        .body())
                .isEqualTo("Authenticated[name=bob] Optional[k];");
    }

    @Test
    void dispatchInsideARequestKeepsIt() throws Exception {
        assertThat(get("including", "Idempotency-Key", "k").body())
                .isEqualTo("Anonymous[] Optional[k];Anonymous[] Optional[k];");
    }

    @Test
    void workHandedToAnotherThreadIsInternal() throws Exception {
        var response = get("listed/request/elsewhere", "X-Token", "alice", "Idempotency-Key", "k");
        assertThat(response.body()).isEqualTo("Internal[] Optional.empty");
        assertThat(replayed(response)).isEmpty();
    }

    @Test
    @DisplayName("scenario 93: who is not authenticated does not reach the operation")
    void abortedRequestDoesNotReachTheResource() throws Exception {
        var response = get("listed/request/replayed", "X-Token", "stolen");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(replayed(response)).isEmpty();
    }

    @Test
    @DisplayName("scenarios 7 and 8: the header is read as one string, quoted or bare")
    void keyIsReadFromTheHeader() throws Exception {
        String path = "listed/request/key";
        assertThat(get(path).body()).isEqualTo("Optional.empty");
        assertThat(get(path, "Idempotency-Key", "\"a \\\"b\\\"\";v=1").body()).isEqualTo("Optional[a \"b\"]");
        assertThat(get(path, "Idempotency-Key", "bare").body()).isEqualTo("Optional[bare]");
        assertThat(get(path, "Idempotency-Key", "").body()).contains("is empty; send one string");
        assertThat(get(path, "Idempotency-Key", "\"a\"", "Idempotency-Key", "\"b\"")
                        .body())
                .contains("2 times");
    }

    @Test
    @DisplayName("scenario 2: a stored response is answered byte for byte")
    void storedResponseIsTheFirstOneAgain() throws Exception {
        for (String application : APPLICATIONS) {
            for (String kind : List.of("object", "text", "bytes", "none")) {
                URI path = uri(application + "stored/" + kind + "/" + application.charAt(0));
                var first = post(path);
                var again = post(path);
                assertThat(first.statusCode()).isEqualTo(201);
                assertThat(again.statusCode()).isEqualTo(201);
                assertThat(again.body()).isEqualTo(first.body());
                assertThat(methodHeaders(again)).isEqualTo(methodHeaders(first)).containsKey("x-order");
                assertThat(first.headers().allValues("Set-Cookie")).hasSize(1);
                assertThat(again.headers().allValues("Set-Cookie")).isEmpty();
                assertThat(again.headers().allValues("Idempotent-Replayed")).containsExactly("true");
                assertThat(first.headers().allValues("Idempotent-Replayed")).isEmpty();
            }
        }
    }

    @Test
    void withoutItsSettingThereIsNoTokenEndpoint() throws Exception {
        assertThat(post(uri("idem/tokens")).statusCode()).isEqualTo(404);
    }

    private static Map<String, List<String>> methodHeaders(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(List.of("date", "set-cookie", "idempotent-replayed"));
        return headers;
    }

    private static List<String> replayed(HttpResponse<?> response) {
        return response.headers().allValues(ReplayedHeader.NAME);
    }

    private static String name(Problem problem) {
        return problem.exception().getSimpleName().replace("Exception", "");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> post(URI uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return Loopback.uri(war, path);
    }
}

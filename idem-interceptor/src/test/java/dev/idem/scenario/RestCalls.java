package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.Loopback;
import dev.idem.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a client calls the scenario application by HTTP, and what it can see in the database. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class RestCalls {

    final String key = "key-" + UUID.randomUUID();
    final String id = "id-" + UUID.randomUUID();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ArquillianResource
    private URL war;

    abstract TestDatabase database();

    /** Posts the order with this test's id and key. */
    HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, order(id, "12.50")).header("Idempotency-Key", quoted(key)), headers);
    }

    /** Posts another order with the same key. */
    HttpResponse<String> postOther(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, order(id, "99")).header("Idempotency-Key", quoted(key)), headers);
    }

    HttpResponse<String> postWith(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, order(id, "12.50")), headers);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(Loopback.uri(war, "api/" + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the server itself answers without a login, such as {@code /metrics}. */
    HttpResponse<String> server(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + war.getPort() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(Loopback.uri(war, "api/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws IOException, InterruptedException {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As {@link #post}, and what comes back byte for byte. */
    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, order(id, "12.50")).header("Idempotency-Key", quoted(key));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    URI uri(String path) {
        return Loopback.uri(war, path);
    }

    private static String order(String id, String amount) {
        return "{\"id\":\"" + id + "\",\"amount\":" + amount + ",\"items\":[\"tea\",\"milk\"],\"sentAt\":\""
                + UUID.randomUUID() + "\"}";
    }

    static String quoted(String key) {
        return "\"" + key + "\"";
    }

    /** The header of an authenticated caller, whose password is the name. */
    static String[] as(String name) {
        return as(name, name);
    }

    static String[] as(String name, String password) {
        byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)};
    }

    static boolean replayed(HttpResponse<?> response) {
        List<String> values = response.headers().allValues("Idempotent-Replayed");
        assertThat(values).isIn(List.of(), List.of("true"));
        return !values.isEmpty();
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            JsonObject problem = reader.readObject();
            assertThat(problem.getString("type")).isEqualTo("urn:idem:problem:" + type);
            assertThat(problem.getString("title")).isNotBlank();
            assertThat(problem.getInt("status")).isEqualTo(status);
        }
    }

    int effects() throws SQLException {
        return count("select count(*) from effect where name = ?", id);
    }

    int records() throws SQLException {
        return count("select count(*) from idem_record where idem_key = ?", key);
    }

    int attempts() throws SQLException {
        return count(
                "select count(distinct attempt_id) from idem_attempt where key_hash in"
                        + " (select key_hash from idem_record where idem_key = ?)",
                key);
    }

    int count(String sql, String parameter) throws SQLException {
        try (Connection connection = database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}

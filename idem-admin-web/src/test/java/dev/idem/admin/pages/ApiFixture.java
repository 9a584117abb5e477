package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;

/** What tests ask of answers of the API. */
abstract class ApiFixture extends ConsoleFixture {

    ApiFixture(Console console) {
        super(console);
    }

    static void unexecuted(HttpResponse<String> answer, int status) {
        problem(answer, status);
        assertThat(json(answer).get("executed")).as(answer.body()).isEqualTo(JsonValue.FALSE);
        assertThat(json(answer).getString("detail")).containsIgnoringCase("nothing was executed");
    }

    static void problem(HttpResponse<String> answer, int status) {
        String what = answer.request().method() + " " + answer.uri() + ": " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(what).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/problem+json"));
        JsonObject problem = json(answer);
        assertThat(problem.getString("type")).startsWith("urn:idem:problem:");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail"))
                .as(what)
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContain("select ");
    }

    /** The API's document, which can be read without a mistake. */
    final OpenAPI document() {
        HttpResponse<String> answer = ApiClient.as(server, "viewer").get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(answer.body(), null, new ParseOptions());
        assertThat(result.getMessages()).isEmpty();
        return result.getOpenAPI();
    }
}

package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every service answers bad input with a problem that names it. */
@ExtendWith(OneDemo.class)
class BadInputIT {

    private final DemoClient client;
    private final String id = UUID.randomUUID().toString();

    BadInputIT(DemoSystem system) {
        this.client = system.client();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /transfers            | {"transferId":"x","accountId":"y","amount":0}
                    /transfers            | {"transferId":"x","amount":1}
                    /transfers            | []
                    /accounts/x/debits    | {"debitId":"x","amount":-1}
                    /accounts/x/debits    | {"amount":1}
                    /inventory/x/deductions | {"deductionId":"x","quantity":0,"version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":1}
                    /inventory/x/deductions | {"deductionId":"x","quantity":99999999999,"version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":1.5,"version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":"many","version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":1,"version":18446744073709551616}
                    /points               | {"eventId":"x","userId":"y","points":0}
                    /points               | {"eventId":"x","userId":"y","points":4294967297}
                    /closings             | {"day":" "}
                    /orders/x/goodwill    | {}
                    """)
    void badInputIsAProblem(String path, String body) {
        Answer answer = client.post(path, body);

        assertThat(answer.isProblem(400)).as(answer.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /accounts/x/balance   | {"balance":-1}
                    /accounts/x/balance   | {}
                    /customers/x          | {"name":"n"}
                    /customers/x          | {"name":"n","version":0}
                    /customers/x          | {"name":"n","version":1.5}
                    /faults/points        | {}
                    /faults/points        | {"mode":"fail","times":0}
                    /faults/points        | {"mode":"fail","times":4294967297}
                    """)
    void badValueIsAProblem(String path, String body) {
        Answer answer = client.put(path, body);

        assertThat(answer.isProblem(400)).as(answer.toString()).isTrue();
    }

    @Test
    void callThatIsNoneIsAProblemThatSaysWhatToDo() throws IOException, InterruptedException {
        Answer otherMethod = client.get("/transfers");
        Answer noJson = client.post("/transfers", "{}", "Content-Type", "text/plain");

        assertThat(otherMethod.isProblem(405)).as(otherMethod.toString()).isTrue();
        assertThat(allowed("/transfers")).contains("POST");
        assertThat(noJson.isProblem(415)).as(noJson.toString()).isTrue();
        assertThat(noJson.body()).contains("application/json");
        assertThat(client.get("/accounts/" + id).isProblem(404)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "/", ";"})
    void contentTypeThatIsNoneIsAProblem(String type) {
        Answer answer = client.post("/transfers", "{}", "Content-Type", type);

        assertThat(answer.isProblem(400)).as(answer.toString()).isTrue();
        assertThat(answer.body()).contains("Content-Type");
    }

    @Test
    void namesThatAreTooLongAreProblems() {
        String tooLong = "x".repeat(65);

        assertThat(client.get("/inventory/" + tooLong).isProblem(400)).isTrue();
        assertThat(client.put("/customers/" + tooLong, "{\"name\":\"n\",\"version\":1}")
                        .isProblem(400))
                .isTrue();
        assertThat(client.get("/accounts/" + tooLong).isProblem(404)).isTrue();
    }

    private String allowed(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(client.base() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Allow")
                .orElse("");
    }
}

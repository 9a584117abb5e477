package dev.idem.admin.pages;

import static dev.idem.admin.testing.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The API's document: sound, and true of what is answered. */
class ConsoleApiDocumentIT extends ApiFixture {

    ConsoleApiDocumentIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("the document is sound OpenAPI 3.1: summaries, security, problems and every field")
    void documentIsSound() {
        OpenAPI document = document();

        assertThat(document.getOpenapi()).startsWith("3.1");
        assertThat(document.getComponents().getSecuritySchemes()).containsOnlyKeys("basic", "session");
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            assertThat(operation.getSummary()).as(method + " " + path).isNotBlank();
            assertThat(operation.getOperationId()).as(method + " " + path).isNotBlank();
            assertThat(operation.getResponses()).as(method + " " + path).containsKeys("401", "403", "503");
            if (method == HttpMethod.POST) {
                assertThat(operation.getResponses()).containsKeys("409", "413", "415", "422");
                assertThat(operation.getParameters())
                        .as(method + " " + path)
                        .anyMatch(each -> each.getName().equals("Idempotency-Key") && each.getRequired());
            }
        }));
        List<String> ids = document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("what is answered has the fields that the document says, and no other")
    void answersHaveTheDocumentedFields() {
        String id = seed.record("parity", "parity-fields", "POISON", 1);
        seed.attempt(id, "parity", "java.lang.IllegalStateException", "x");
        ApiClient boss = ApiClient.as(server, "boss");
        Map<String, String> answers = Map.of(
                "/keys/" + id,
                "RecordView",
                "/keys?operation=parity",
                "KeyPage",
                "/dashboard",
                "DashboardView",
                "/tokens",
                "TokenPageView",
                "/audit?size=5",
                "AuditPageView",
                "/audit/verification",
                "VerificationView",
                "/session",
                "SessionView",
                "/diagnostics",
                "DiagnosticsView");
        OpenAPI document = document();

        answers.forEach((path, name) -> {
            Schema<?> schema = Optional.ofNullable(
                            document.getComponents().getSchemas().get(name))
                    .orElseThrow();
            Set<String> fields = json(boss.get(path)).keySet();
            assertThat(schema.getProperties().keySet()).as(path).containsAll(fields);
            assertThat(fields).as(path).containsAll(schema.getRequired());
        });
    }
}

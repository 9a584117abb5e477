package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.IdempotencyException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Exceptions as problems. */
class ProblemMapperTest {

    @SuppressWarnings("StaticAssignmentOfThrowable") // its stack is of no interest
    private static final Exception CAUSE = new IllegalStateException("select secret from idem_record");

    @ParameterizedTest
    @CsvSource({
        "MissingKey, 400, missing-key",
        "InvalidKey, 400, invalid-key",
        "InvalidToken, 400, invalid-token",
        "KeyReused, 422, key-reused",
        "OperationInProgress, 409, operation-in-progress",
        "DuplicateOperation, 409, duplicate-operation",
        "PoisonOperation, 409, poison-operation",
        "OutcomeUnknown, 409, outcome-unknown",
        "StoreUnavailable, 503, store-unavailable",
        "TransactionRolledBack, 500, transaction-rolled-back",
        "ResultTooLarge, 500, result-too-large",
        "UnstorableResult, 500, unstorable-result",
        "UnreadableResult, 500, unreadable-result"
    })
    void exceptionHasStatusAndType(String exception, int status, String type) throws Exception {
        Response response = mapped(exception("dev.idem." + exception + "Exception"));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        JsonObject problem = json(response);
        assertThat(problem.getString("type")).isEqualTo("urn:idem:problem:" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("operation")).isEqualTo("orders.place");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void onlyWhatPassesSaysWhenToRetry(Problem problem) throws Exception {
        String retry = mapped(exception(problem)).getHeaderString(HttpHeaders.RETRY_AFTER);
        assertThat(retry).isEqualTo(List.of(409, 503).contains(problem.status()) && problem.passes() ? "1" : null);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void causeIsNeverShown(Problem problem) throws Exception {
        assertThat((String) mapped(exception(problem)).getEntity()).doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {
                "STORE_UNAVAILABLE",
                "RESULT_TOO_LARGE",
                "UNSTORABLE_RESULT",
                "TRANSACTION_ROLLED_BACK",
                "UNREADABLE_RESULT"
            })
    void serverErrorRepeatsItsTitleOnly(Problem problem) throws Exception {
        assertThat(json(mapped(exception(problem))).getString("detail")).isEqualTo(problem.title());
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "STORE_UNAVAILABLE",
                "RESULT_TOO_LARGE",
                "UNSTORABLE_RESULT",
                "TRANSACTION_ROLLED_BACK",
                "UNREADABLE_RESULT"
            })
    void clientErrorSaysWhatToDo(Problem problem) throws Exception {
        assertThat(json(mapped(exception(problem))).getString("detail"))
                .isEqualTo("orders.place [key ab…yz (20)]: say \"please\"");
    }

    @Test
    void everyPublicExceptionHasAProblem() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/dev/idem"))) {
            List<String> exceptions = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Exception.java") && !name.equals("IdempotencyException.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertThat(Arrays.stream(Problem.values())
                            .map(problem -> problem.exception().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(exceptions);
        }
    }

    private static Response mapped(IdempotencyException exception) {
        Logger logger = Logger.getLogger(ProblemMapper.class.getName());
        boolean before = logger.getUseParentHandlers();
        logger.setUseParentHandlers(false);
        Recorded recorded = new Recorded();
        logger.addHandler(recorded);
        try {
            Response response = new ProblemMapper(new ProblemPage(Optional.empty())).toResponse(exception);
            assertThat(recorded.id()).isEqualTo(id(response.getStatus()));
            return response;
        } finally {
            logger.removeHandler(recorded);
            logger.setUseParentHandlers(before);
        }
    }

    private static @Nullable String id(int status) {
        return switch (status) {
            case 500 -> "IDEM-0402";
            case 503 -> "IDEM-0401";
            default -> null;
        };
    }

    private static JsonObject json(Response response) {
        return Json.createReader(new StringReader((String) response.getEntity()))
                .readObject();
    }

    private static IdempotencyException exception(Problem problem) throws ReflectiveOperationException {
        return exception(problem.exception().getName());
    }

    private static IdempotencyException exception(String type) throws ReflectiveOperationException {
        return Class.forName(type)
                .asSubclass(IdempotencyException.class)
                .getConstructor(String.class, String.class, String.class, Throwable.class)
                .newInstance("orders.place", "ab…yz (20)", "say \"please\"", CAUSE);
    }

    private static final class Recorded extends Handler {

        private @Nullable String id;

        @Nullable
        String id() {
            return id;
        }

        @Override
        public void publish(LogRecord entry) {
            id = entry.getMessage().substring(0, 9);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

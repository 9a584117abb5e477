package dev.idem.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.inspect.RequestState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void fieldsAreInOrderAndAbsentWhereThereIsNothingToSay() {
        RequestView view = new RequestView(
                7,
                RequestKind.DRY_RUN,
                RequestState.REQUESTED,
                "ab",
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of("because"),
                "alice",
                Instant.parse("2026-01-31T12:00:00.123456Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());

        assertThat(Answers.text(view))
                .isEqualTo("{\"id\":7,\"kind\":\"DRY_RUN\",\"state\":\"REQUESTED\",\"record\":\"ab\",\"version\":1,"
                        + "\"reason\":\"because\",\"requestedBy\":\"alice\","
                        + "\"requested\":\"2026-01-31T12:00:00.123456Z\",\"edited\":false}");
    }

    @Test
    void keptJsonIsJsonAndAnythingElseAText() {
        assertThat(Answers.kept("[{\"a\":1}]")).hasToString("[{\"a\":1}]");
        assertThat(Answers.kept("no JSON")).hasToString("\"no JSON\"");
    }
}

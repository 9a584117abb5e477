package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code Idempotency-Key} header, in the words of RFC 9651 §3.3.3. */
class KeyHeaderTest {

    @Test
    @DisplayName("scenario 7: no header is no key")
    void absentHeaderIsNoKey() {
        assertThat(KeyHeader.KEY.read(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`\"8e03978e\"`          | 8e03978e",
                "`  \"8e03978e\"\t`      | 8e03978e",
                "`\"a b\"`               | `a b`",
                "`\" a \"`               | ` a `",
                "`\"say \\\"hi\\\"\"`    | `say \"hi\"`",
                "`\"back\\\\slash\"`     | `back\\slash`",
                "`\"a,b;c\"`             | `a,b;c`",
                "`\"a\";v=1`             | a",
                "`\"a\"; v=\"x, \\\" y\"`| a",
                "`8e03978e-40d5`         | 8e03978e-40d5",
                "`  bare key `           | `bare key`",
                "`a;b=c`                 | `a;b=c`",
                "`back\\slash`           | `back\\slash`",
                "`?1`                    | ?1"
            })
    void oneStringIsTheKey(String field, String key) {
        assertThat(KeyHeader.KEY.read(List.of(field))).contains(key);
    }

    @ParameterizedTest
    @DisplayName("scenario 8: a header that is not one string is refused and told what to send")
    @ValueSource(
            strings = {
                "",
                "  ",
                "\t",
                "\"",
                "\"\"",
                "\"open",
                "\"a\\\"",
                "\"a\\",
                "\"a\\n\"",
                "\"a\", \"b\"",
                "\"a\",\"a\"",
                "\"a\";v=1, \"b\"",
                "\"a\" b",
                "\"a\"b",
                "\"a\"\"b\"",
                "a\"b",
                "a, b",
                "a, \"b\"",
                "\"tab\tinside\"",
                "\"nul\u0000\"",
                "\"del\u007f\"",
                "\"line\r\nX-Other: 1\"",
                "\"caf\u00e9\"",
                "caf\u00e9",
                "nul\u0000",
                "\u2003\"a\""
            })
    void anythingElseIsRefused(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyHeader.KEY.read(List.of(field)))
                .withMessageStartingWith("header Idempotency-Key ")
                .withMessageContaining("send one string in quotes, such as Idempotency-Key: \"8e03978e");
    }

    @Test
    void twoHeaderFieldsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyHeader.KEY.read(List.of("\"a\"", "\"a\"")))
                .withMessageContaining("stands 2 times");
    }

    @Test
    void messageDoesNotRepeatWhatWasSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyHeader.KEY.read(List.of("\"<script>")))
                .withMessageNotContaining("script");
    }

    @Test
    void veryLongHeaderIsReadInOnePass() {
        String key = "\\\\".repeat(500_000);
        assertThat(KeyHeader.KEY.read(List.of('"' + key + '"')))
                .hasValueSatisfying(read -> assertThat(read).hasSize(500_000));
    }
}

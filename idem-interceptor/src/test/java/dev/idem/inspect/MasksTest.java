package dev.idem.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("scenario 94: what is sensitive is not shown")
class MasksTest {

    private static final String TEXT = "{\"type\":\"string\"}";
    private static final String CARD = "{\"type\":\"object\",\"properties\":{\"number\":{\"type\":\"string\","
            + "\"sensitive\":true},\"brand\":{\"type\":\"string\",\"enum\":[\"VISA\",\"MASTER\"]}}}";

    @ParameterizedTest
    @ValueSource(ints = {900, 5_000, 200_000})
    @DisplayName("console check 67: what is nested too deep to be taken apart is masked as a whole")
    void deepValuesBreakNothing(int depth) {
        String deep = "[".repeat(depth) + "]".repeat(depth);

        assertThat(Masks.arguments("[" + deep + "]", schema("{\"additionalProperties\":true}")))
                .isIn("\"(masked)\"", "[" + deep + "]");
        assertThat(Masks.result(deep, Optional.empty())).isEqualTo("\"(masked)\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // value | schema | shown
                "\"a\"                | {\"type\":\"string\"}                    | \"a\"",
                "\"a\"                | {\"type\":\"string\",\"sensitive\":true} | \"(masked)\"",
                "null                 | {\"type\":\"string\",\"sensitive\":true} | null",
                "\"a\"                | {\"type\":\"integer\"}                   | \"(masked)\"",
                "1                    | {\"type\":\"string\"}                    | \"(masked)\"",
                "1                    | {\"type\":\"integer\"}                   | 1",
                "true                 | {\"type\":\"boolean\"}                   | true",
                "false                | {\"type\":\"number\"}                    | \"(masked)\"",
                "{\"a\":1}            | {\"type\":\"string\"}                    | \"(masked)\"",
                "[1]                  | {\"type\":\"object\"}                    | \"(masked)\"",
                "{\"a\":1}            | {\"type\":\"object\"}                    | {\"a\":\"(masked)\"}",
                "[1,\"a\"]            | {\"type\":\"array\"}                     | [\"(masked)\",\"(masked)\"]",
                "[1,\"a\"]            | {\"type\":\"array\",\"items\":{\"type\":\"integer\"}} | [1,\"(masked)\"]",
                "{\"a\":1,\"b\":\"x\"}| {\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}} | {\"a\":1,\"b\":\"(masked)\"}",
                "{\"a\":{\"b\":1}}    | {\"additionalProperties\":true}          | {\"a\":{\"b\":1}}",
                "{\"a\":1}            | {}                                       | \"(masked)\"",
                "1                    | {}                                       | \"(masked)\"",
                "1                    | {\"type\":[\"string\",\"number\"]}       | 1"
            })
    void valueIsShownOnlyWhereItsSchemaSaysWhatItIs(String value, String schema, String shown) {
        assertThat(Masks.arguments("[" + value + "]", schema(schema))).isEqualTo("[" + shown + "]");
        assertThat(Masks.result(value, Optional.of("{\"result\":" + schema + "}")))
                .isEqualTo(shown);
    }

    @Test
    void memberIsMaskedAndOthersAreNot() {
        String card = "[{\"number\":\"4111\",\"brand\":\"VISA\",\"cvc\":\"123\"}]";

        assertThat(Masks.arguments(card, schema(CARD)))
                .isEqualTo("[{\"number\":\"(masked)\",\"brand\":\"VISA\",\"cvc\":\"(masked)\"}]");
        assertThat(Masks.arguments("[{\"brand\":\"4111\"}]", schema(CARD)))
                .as("no brand of the enum")
                .isEqualTo("[{\"brand\":\"(masked)\"}]");
    }

    @Test
    void whatNoSchemaFitsIsMaskedWhole() {
        assertThat(Masks.arguments("[1]", Optional.empty())).isEqualTo("\"(masked)\"");
        assertThat(Masks.arguments("[1]", Optional.of("no JSON"))).isEqualTo("\"(masked)\"");
        assertThat(Masks.arguments("[1,2]", schema(TEXT))).isEqualTo("\"(masked)\"");
        assertThat(Masks.arguments("{\"a\":1}", schema(TEXT))).isEqualTo("\"(masked)\"");
        assertThat(Masks.arguments("4111 is no JSON", schema(TEXT))).isEqualTo("\"(masked)\"");
        assertThat(Masks.result("1", Optional.of("{}"))).isEqualTo("\"(masked)\"");
        assertThat(Masks.result("1", Optional.empty())).isEqualTo("\"(masked)\"");
    }

    @Test
    void originalValueComesBackWhereItsMaskWasLeft() {
        String original = "[{\"number\":\"4111\",\"brand\":\"VISA\"},[\"s1\",\"s2\"],7]";
        String shown = "[{\"number\":\"(masked)\",\"brand\":\"MASTER\"},[\"(masked)\",\"new\"],8]";

        assertThat(Masks.restored(shown, Optional.of(original)))
                .isEqualTo("[{\"number\":\"4111\",\"brand\":\"MASTER\"},[\"s1\",\"new\"],8]");
        assertThat(Masks.restored("[\"\\u0028masked)\"]", Optional.of("[\"4111\"]")))
                .as("another spelling")
                .isEqualTo("[\"4111\"]");
    }

    @Test
    void editWithoutMasksStaysAsItWasWritten() {
        assertThat(Masks.restored("[ 1.0 ]", Optional.empty())).isEqualTo("[ 1.0 ]");
        assertThat(Masks.restored("(masked) is no JSON", Optional.empty())).isEqualTo("(masked) is no JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"(masked)\"]                                             | [] ",
                "[{\"card\":\"(masked)\"}]                                  | [{\"name\":\"4111\"}]",
                "[{\"card\":\"(masked)\"}]                                  | [\"4111\"]",
                "[[{\"n\":\"b\",\"c\":\"(masked)\"},{\"n\":\"a\",\"c\":\"(masked)\"}]] | [[{\"n\":\"a\",\"c\":\"4111\"},{\"n\":\"b\",\"c\":\"4111\"}]]",
                "[[{\"n\":\"b\",\"c\":\"(masked)\"}]]                       | [[{\"n\":\"a\",\"c\":\"4111\"},{\"n\":\"b\",\"c\":\"4111\"}]]",
                "[\"(masked, edited)\"]                                     | [\"4111\"]"
            })
    void maskThatMayStandForAnotherValueIsRefused(String edited, String original) {
        assertThatThrownBy(() -> Masks.restored(edited, Optional.of(original)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the mask at ")
                .hasMessageNotContaining("4111");
        assertThatThrownBy(() -> Masks.restored(edited, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a hidden value that was edited before is not taken for the original one")
    void editedValueHasAMaskOfItsOwn() {
        String edited = "[{\"number\":\"5500\",\"brand\":\"VISA\"}]";
        String kept = "[{\"number\":\"(masked)\",\"brand\":\"VISA\"}]";

        assertThat(Masks.editedArguments(edited, schema(CARD)))
                .isEqualTo("[{\"number\":\"(masked, edited)\",\"brand\":\"VISA\"}]");
        assertThat(Masks.editedArguments(kept, schema(CARD))).isEqualTo(kept);
        assertThat(Masks.editedArguments(edited, Optional.empty())).isEqualTo("\"(masked, edited)\"");
    }

    private static Optional<String> schema(String parameter) {
        return Optional.of("{\"parameters\":[{\"name\":\"a\",\"schema\":" + parameter + "}]}");
    }
}

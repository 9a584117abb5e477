package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "1e0, 1",
        "10e-1, 1",
        "0.1E+1, 1",
        "1000000000000e-12, 1",
        "-0, 0",
        "0.000e5, 0",
        "-0.50, -5e-1",
        "100, 1e2",
        "1E400, 1e400",
        "1e-999999999, 1e-999999999",
        "12300.4500, 1230045e-2",
        "9007199254740993, 9007199254740993",
        "0.1, 1e-1",
        "1E+999999999999, 1e999999999999"
    })
    @DisplayName("scenario 47: a number has one spelling")
    void numbersHaveOneSpelling(String number, String canonical) {
        assertThat(CanonicalJson.of(number)).isEqualTo(canonical);
    }

    @Test
    void numberOfAMillionDigitsIsRead() {
        assertThat(CanonicalJson.of("1" + "0".repeat(1_000_000))).isEqualTo("1e1000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    { "b" : 1 , "a" : [ true , false , null ] } | {"a":[true,false,null],"b":1}
                    {"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7} | {"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}
                    "\\u0041\\u000a\\/\\u001F\\"\\\\\\b\\f\\t" | "A\\n/\\u001f\\"\\\\\\b\\f\\t"
                    "\\uD800x" | "\\ud800x"
                    [] | []
                    {} | {}
                    [[],{},""] | [[],{},""]
                    """)
    void textIsCanonical(String json, String canonical) {
        assertThat(CanonicalJson.of(json)).isEqualTo(canonical);
    }

    @Test
    @DisplayName("scenario 48: a null member and an absent one are the same, a null element counts")
    void nullMembersAreLeftOut() {
        assertThat(CanonicalJson.of("{\"a\":null,\"b\":{\"c\":null}}")).isEqualTo("{\"b\":{}}");
        assertThat(CanonicalJson.of("[null,1]")).isEqualTo("[null,1]");
        assertThat(CanonicalJson.of("null")).isEqualTo("null");
        assertThat(CanonicalJson.of("{\"a\":\"null\"}")).isEqualTo("{\"a\":\"null\"}");
    }

    @Test
    @DisplayName("scenario 47: the order of members does not matter, the order of elements does")
    void shuffledMembersGiveTheSameText() {
        Random random = new Random(47);

        assertThat(IntStream.range(0, 300)).allSatisfy(seed -> {
            List<String> members = members(new Random(seed), 4);
            String first = "{" + String.join(",", members) + "}";
            Collections.shuffle(members, random);

            assertThat(CanonicalJson.of("{" + String.join(" , ", members) + "}"))
                    .isEqualTo(CanonicalJson.of(first));
        });
        assertThat(CanonicalJson.of("[1,2]")).isNotEqualTo(CanonicalJson.of("[2,1]"));
    }

    @Test
    void canonicalTextIsItsOwnCanonicalText() {
        assertThat(IntStream.range(0, 300)).allSatisfy(seed -> {
            String canonical = CanonicalJson.of("{" + String.join(",", members(new Random(seed), 4)) + "}");

            assertThat(CanonicalJson.of(canonical)).isEqualTo(canonical);
        });
    }

    @Test
    @DisplayName("scenario 49: a nested tampered value gives another text")
    void tamperedValueGivesAnotherText() {
        String json = "{\"a\":[{\"b\":{\"c\":[10,\"x\",true]}},2]}";

        assertThat(List.of(
                        json.replace("10", "11"),
                        json.replace("10", "\"10\""),
                        json.replace("x", "X"),
                        json.replace("true", "false"),
                        json.replace("true", "null"),
                        json.replace("\"c\"", "\"d\""),
                        json.replace(",2", ",2,2"),
                        json.replace("},2", "},{}"),
                        json.replace("10", "[10]")))
                .extracting(CanonicalJson::of)
                .doesNotContain(CanonicalJson.of(json))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1",
                "{\"a\"}",
                "nul",
                "1 2",
                "{} []",
                "{\"a\":1,\"a\":2}",
                "{\"a\":null,\"a\":1}",
                "'a'",
                "01",
                "1e9999999999999999999"
            })
    void textThatIsNotOneValueIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(json));
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(CanonicalJson.of("[".repeat(256) + "]".repeat(256))).hasSize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of("[".repeat(257) + "]".repeat(257)))
                .withMessageContaining("256");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of("{\"a\":".repeat(100_000)));
    }

    private static List<String> members(Random random, int depth) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> "\"m" + i + "\":" + value(random, depth))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String value(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(6)) {
            case 0 -> Double.toString(random.nextGaussian());
            case 1 -> Long.toString(random.nextLong());
            case 2 -> "\"s" + (char) (' ' + 3 + random.nextInt(20)) + "\u00e9\"";
            case 3 -> random.nextBoolean() ? "true" : "null";
            case 4 -> "{" + String.join(",", members(random, depth - 1)) + "}";
            default -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
        };
    }
}

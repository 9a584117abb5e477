package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationSchemaTest {

    enum Colour {
        RED,
        GREEN
    }

    public record Node(@NotBlank String name, Node next, int depth) {}

    public static class Customer {
        @Size(min = 1, max = 10)
        private String name = "";

        public String nickname = "";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    /** Methods that are described. */
    interface Shop {
        void integer(long value);

        void number(BigDecimal value);

        void text(String value);

        void flag(boolean value);

        void colour(Colour value);

        void time(Instant value);

        void optional(Optional<Integer> value);

        void array(int[] value);

        void list(List<Colour> value);

        void map(Map<String, Long> value);

        void node(Node value);

        void customer(Customer value);

        void anything(Object value);

        List<String> constrained(@NotNull @Size(min = 2) String value, HttpServletRequest request);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("integer", "{\"type\":\"integer\"}"),
                arguments("number", "{\"type\":\"number\"}"),
                arguments("text", "{\"type\":\"string\"}"),
                arguments("flag", "{\"type\":\"boolean\"}"),
                arguments("colour", "{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}"),
                arguments("time", "{\"type\":\"string\",\"format\":\"date-time\"}"),
                arguments("optional", "{\"type\":\"integer\"}"),
                arguments("array", "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}"),
                arguments("list", "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}}"),
                arguments("map", "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}"),
                arguments("anything", "{}"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeIsDescribed(String method, String schema) {
        assertThat(described(method)).contains("\"schema\":" + schema + "}");
    }

    @Test
    void recordIsDescribedByItsComponentsAndOnceWithinItself() {
        assertThat(described("node"))
                .contains("\"name\":{\"type\":\"string\",\"constraints\":{\"NotBlank\":{}}}")
                .contains("\"next\":{\"type\":\"object\"}")
                .contains("\"depth\":{\"type\":\"integer\"}")
                .contains("\"required\":[\"name\",\"depth\"]");
    }

    @Test
    void classIsDescribedByGettersAndPublicFields() {
        assertThat(described("customer"))
                .contains("\"name\":{\"type\":\"string\",\"constraints\":{\"Size\":{")
                .contains("\"nickname\":{\"type\":\"string\"}")
                .doesNotContain("\"class\"");
    }

    @Test
    void parametersAndResultAreDescribed() {
        assertThat(described("constrained"))
                .contains("\"name\":\"value\",\"injected\":false,\"required\":true")
                .contains("\"NotNull\":{}")
                .contains("\"min\":2")
                .contains("\"name\":\"request\",\"injected\":true")
                .endsWith("\"result\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}");
        assertThat(described("text")).doesNotContain("result");
    }

    private static String described(String name) {
        return OperationSchema.of(Arrays.stream(Shop.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow());
    }
}

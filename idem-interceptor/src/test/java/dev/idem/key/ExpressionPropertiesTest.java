package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a developer writes as an expression. */
class ExpressionPropertiesTest {

    private static final List<String> PARAMETERS = List.of("order", "id");

    @Property
    void anyTextIsEvaluatedOrRefused(@ForAll("hostile") String text) {
        Expression expression;
        try {
            expression = Expression.compile(text, PARAMETERS, Object.class);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        Object[] arguments = {Map.of("id", "secret-7", "lines", List.of(1, 2)), "secret-8"};
        try {
            expression.evaluate(arguments, NamedBeans.none());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("cannot be evaluated").hasMessageNotContaining("secret");
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> code = Arbitraries.of(
                        "order",
                        "id",
                        "lines",
                        "x",
                        ".",
                        "(",
                        ")",
                        "[",
                        "]",
                        "'",
                        "\"",
                        "->",
                        "+=",
                        "==",
                        "<",
                        "?",
                        ":",
                        "{",
                        "}",
                        "#{",
                        "${",
                        ",",
                        ";",
                        "=",
                        "\\",
                        "-",
                        "*",
                        "/",
                        "%",
                        " ",
                        "1",
                        "0",
                        "1e9",
                        "empty",
                        "not",
                        "null",
                        "true",
                        "length()",
                        ".stream()",
                        ".sum()",
                        "é",
                        "\u0000")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join("", tokens));
        Arbitrary<String> nests = Combinators.combine(
                        Arbitraries.of("(", "[", "{", "order.", "-", "not ", "x->", "id?"),
                        Arbitraries.integers().between(1, 5_000))
                .as(String::repeat);
        return Arbitraries.oneOf(code, nests.map(nest -> nest + "id"), nests, Arbitraries.strings());
    }
}

package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final List<String> PARAMETERS = List.of("order", "callback", "from", "to", "lines");
    private static final Object[] ARGUMENTS = {
        new Order("o-1", new Customer("c-7"), 3),
        new Callback(),
        "a",
        "b",
        List.of(Map.of("sku", "x"), Map.of("sku", "y"))
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    order.id                                      | o-1
                    order.id()                                    | o-1
                    order.customer.name                           | c-7
                    order.customer().name()                       | c-7
                    order.getLabel()                              | label o-1
                    order.label                                   | label o-1
                    callback.serialNo()                           | s-9
                    callback.serial                               | s-9
                    from += ':' += to                             | a:b
                    from.concat('}{').concat(to)                  | a}{b
                    lines[1].sku                                  | y
                    lines[1]['sku']                               | y
                    order.quantity > 2 ? from : to                | a
                    lines.stream().map(l -> l.sku).findFirst().get() | x
                    ((x, y) -> x += y)(from, to)                  | ab
                    empty from ? 'none' : Integer.valueOf(3)      | 3
                    """)
    void expressionReadsParameters(String text, String value) {
        assertThat(evaluate(text)).hasToString(value);
    }

    @Test
    void nullOnTheWayGivesNull() {
        Expression expression = Expression.compile("order.customer.name", PARAMETERS, Object.class);

        assertThat(expression.evaluate(new Object[5], NamedBeans.none())).isNull();
    }

    @Test
    void valueIsCoercedToTheExpectedType() {
        assertThat(Expression.compile("order.quantity == 3", PARAMETERS, Boolean.class)
                        .evaluate(ARGUMENTS, NamedBeans.none()))
                .isEqualTo(true);
    }

    @Test
    void otherNamesAreBeans() {
        NamedBeans beans = name -> name.equals("ledger") ? Optional.of(new Ledger()) : Optional.empty();
        Expression expression = Expression.compile("ledger.has(order.id)", PARAMETERS, Boolean.class);

        assertThat(expression.evaluate(ARGUMENTS, beans)).isEqualTo(true);
    }

    @Test
    void parametersHideBeansOfTheSameName() {
        NamedBeans beans = name -> Optional.of("bean");

        assertThat(Expression.compile("from", PARAMETERS, Object.class).evaluate(ARGUMENTS, beans))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    order.id                                | order
                    from += ':' += to                       | from,to
                    'order' += "from"                       | ""
                    ledger.has(order.id)                    | ledger,order
                    lines.stream().map(l -> l.sku).toList() | lines
                    ((x, y) -> x += ordr)(from, to)         | ordr,from,to
                    Math.max(order.quantity, 1)             | order
                    order.id.from                           | order
                    ordr.id += order['callback']            | ordr,order
                    """)
    void rootsAreTheNamesItStartsFrom(String text, String roots) {
        List<String> expected = roots.isEmpty() ? List.of() : List.of(roots.split(","));

        assertThat(Expression.compile(text, PARAMETERS, Object.class).roots())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "order.",
                "order.id)",
                "#{order.id}",
                "${order.id}",
                "from} #{to",
                "'open",
                "f:x(to)",
                "order @ id",
                "@",
                "a b"
            })
    void textThatIsNoExpressionIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.compile(text, PARAMETERS, Object.class))
                .satisfies(e -> assertThat(e.getMessage())
                        .isNotBlank()
                        .hasSizeLessThan(200)
                        .doesNotContain("\n"));
    }

    @Test
    void textThatIsNestedTooDeepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.compile("not ".repeat(20_000) + "order", PARAMETERS, Object.class))
                .withMessage("the expression is nested too deeply");
    }

    @Test
    void reasonSaysWhereItWentWrong() {
        assertThatThrownBy(() -> Expression.compile("order.id)", PARAMETERS, Object.class))
                .hasMessage("not a Jakarta EL expression: unexpected text at line 1, column 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.idd",
                "ordr.id",
                "order.noSuchMethod()",
                "callback.fails()",
                "order.id = 'x'",
                "from = 'x'"
            })
    void failedEvaluationNamesTheExpressionAndKeepsTheCause(String text) {
        assertThatThrownBy(() -> evaluate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageNotContaining("secret")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void assignmentsChangeNothing() {
        Callback callback = new Callback();
        Expression expression = Expression.compile("callback.note = 'changed'", List.of("callback"), Object.class);

        assertThatThrownBy(() -> expression.evaluate(new Object[] {callback}, NamedBeans.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(callback.getNote()).isEqualTo("first");
    }

    @Test
    void oneExpressionServesManyThreads() {
        Expression expression = Expression.compile("from += ':' += to", List.of("from", "to"), Object.class);

        assertThat(IntStream.range(0, 20_000).parallel())
                .allSatisfy(i -> assertThat(expression.evaluate(new Object[] {i, -i}, NamedBeans.none()))
                        .isEqualTo(i + ":" + -i));
    }

    private static @Nullable Object evaluate(String text) {
        return Expression.compile(text, PARAMETERS, Object.class).evaluate(ARGUMENTS, NamedBeans.none());
    }

    /** Read by expressions. */
    public record Order(String id, Customer customer, int quantity) {

        public String getLabel() {
            return "label " + id;
        }
    }

    private record Customer(String name) {}

    /** Called by expressions. */
    public static final class Callback {

        private String note = "first";

        public String serialNo() {
            return "s-9";
        }

        public String getSerial() {
            return "s-9";
        }

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }

        public String fails() {
            throw new IllegalStateException("secret");
        }
    }

    /** Called by expressions. */
    public static final class Ledger {

        public boolean has(String id) {
            return id.equals("o-1");
        }
    }
}

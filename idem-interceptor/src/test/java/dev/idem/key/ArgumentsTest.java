package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.Sensitive;
import dev.idem.codec.JsonbCodec;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    public record Item(String name, int number) {}

    /** Methods whose arguments are kept. */
    interface Shop {
        void buy(String id, BigDecimal amount, List<Item> items, Optional<LocalDate> due);

        void asked(HttpServletRequest request, long number);
    }

    /** With a card whose number is not shown. */
    public record Card(@Sensitive int number) {}

    /** An operation with something to hide. */
    interface Till {
        void pay(String id, Card card);
    }

    private final Arguments buy = arguments("buy");

    @Test
    @DisplayName("scenario 83: arguments come back as the method's types, generic ones too")
    void argumentsComeBack() {
        Object[] given = {
            "a\"b", new BigDecimal("12.50"), List.of(new Item("tea", 2)), Optional.of(LocalDate.of(2026, 11, 21))
        };

        @Nullable Object[] read = buy.read(buy.write(given));

        assertThat(read).containsExactly(given);
        assertThat(buy.readExactly(buy.write(given))).containsExactly(given);
    }

    @Test
    @DisplayName("scenario 94: of a sensitive argument that does not fit no word of the parser is told")
    void parsersWordsAreLeftOut() {
        Arguments pay = new Arguments(Till.class.getDeclaredMethods()[0], new JsonbCodec());

        for (String wrong : List.of("[\"a\",{\"number\":\"4111x\"}]", "[\"a\",{\"number\":1,\"cvc\":\"4111x\"}]")) {
            assertThatThrownBy(() -> pay.readExactly(wrong))
                    .hasMessage("parameter card: " + Sensitivity.UNTOLD)
                    .hasMessageNotContaining("4111x");
        }
    }

    @Test
    void injectedParametersAreNull() {
        Arguments asked = arguments("asked");

        assertThat(asked.read(asked.write(new Object[] {null, 5L}))).containsExactly(null, 5L);
    }

    @Test
    void unknownMembersArePassedOverInWhatWasKept() {
        assertThat(buy.read("[\"a\",1,[{\"name\":\"tea\",\"number\":2,\"gone\":true}],null]")[2])
                .isEqualTo(List.of(new Item("tea", 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\",1,[{\"name\":\"tea\",\"number\":2,\"more\":true}],null]",
                "[\"a\",1,[{\"name\":\"tea\"}],null]",
                "[\"a\",1,[{\"name\":\"tea\",\"number\":\"2\"}],null]",
                "[\"a\",\"1\",[],null]",
                "[5,1,[],null]",
                "[\"a\",1,{},null]",
                "[\"a\",1,[],\"tomorrow\"]"
            })
    @DisplayName("scenario 85: what a person wrote must be exactly of the parameters' types")
    void whatAPersonWroteIsReadExactly(String json) {
        assertThatThrownBy(() -> buy.readExactly(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parameter ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{}", "null", "[]", "[1,2,3,4,5]", "[1,2", "[\"a\",1,[],null] x"})
    @DisplayName("scenario 86: what is no array of the arguments is refused")
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> buy.readExactly(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("scenario 86: JSON Binding never sees what ends too early: it would read an unknown member for ever")
    void whatEndsTooEarlyIsRefused() {
        String open = "[\"a\",1,[],{\"unknown\":[";

        assertThatThrownBy(() -> buy.read(open)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buy.readExactly(open)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("scenario 86: what is nested deeper than a parser goes is refused")
    void whatIsNestedTooDeepIsRefused() {
        String deep = "[".repeat(2_000) + "]".repeat(2_000);

        assertThatThrownBy(() -> buy.read(deep)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buy.readExactly(deep)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments arguments(String name) {
        Method method = Arrays.stream(Shop.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Arguments(method, new JsonbCodec());
    }
}

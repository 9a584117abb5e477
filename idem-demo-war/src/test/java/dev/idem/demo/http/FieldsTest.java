package dev.idem.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1", "9999999999.99", "1E+9"})
    void amountGetsTwoDigitsBehindThePoint(BigDecimal amount) {
        assertThat(Fields.amount("amount", amount))
                .isEqualByComparingTo(amount)
                .satisfies(value -> assertThat(value.scale()).isEqualTo(2));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "-1", "0.001", "10000000000", "1E+2147483647", "1E-2147483647"})
    void amountOutOfRangeIsRefusedByName(BigDecimal amount) {
        assertThatThrownBy(() -> Fields.amount("amount", amount))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("'amount'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000", "1E+2", "7.0"})
    void wholeNumberHasNothingBehindThePoint(BigDecimal number) {
        assertThat(Fields.whole("times", number, 1, 1000))
                .isEqualByComparingTo(number)
                .satisfies(value -> assertThat(value.scale()).isZero());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "1001", "1.5", "4294967297", "1E+2147483647", "1E-2147483647"})
    void numberThatIsNotWholeOrOutOfRangeIsRefusedByName(BigDecimal number) {
        assertThatThrownBy(() -> Fields.whole("times", number, 1, 1000))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("'times'");
    }

    @Test
    void textOfSixtyFourCharactersIsAccepted() {
        assertThat(Fields.text("orderId", "x".repeat(64))).hasSize(64);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb"})
    void missingTextAndControlCharactersAreRefusedByName(String text) {
        assertThatThrownBy(() -> Fields.text("orderId", text))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("'orderId'");
    }

    @Test
    void textOfSixtyFiveCharactersIsRefused() {
        assertThatThrownBy(() -> Fields.text("orderId", "x".repeat(65))).isInstanceOf(InvalidField.class);
    }
}

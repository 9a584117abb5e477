package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTableTest {

    private static final Outcome RIGHT = new Outcome("no key", 1, "refused with 400", true);
    private static final Outcome WRONG = new Outcome("payment callback, all at once", 50, "2 coupons", false);

    @Test
    void columnsAreAlignedAndEveryLineIsMarked() {
        OutcomeTable table = new OutcomeTable(List.of(RIGHT, WRONG));

        assertThat(table.text(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "  scenario                       deliveries  effects",
                        "  no key                                  1  refused with 400  \u2713",
                        "  payment callback, all at once          50  2 coupons         \u2717 WRONG");
    }

    @Test
    void terminalWithoutUnicodeGetsWords() {
        assertThat(new OutcomeTable(List.of(RIGHT, WRONG)).text(StandardCharsets.US_ASCII))
                .contains("400  ok")
                .contains("WRONG")
                .doesNotContain("\u2713", "\u2717");
    }

    @Test
    void oneWrongLineSpoilsTheTable() {
        assertThat(new OutcomeTable(List.of(RIGHT)).allRight()).isTrue();
        assertThat(new OutcomeTable(List.of(RIGHT, WRONG)).allRight()).isFalse();
    }
}

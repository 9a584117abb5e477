package dev.idem.admin.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.Masks;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest {

    private static final String ORIGINAL =
            "[{\"id\":7,\"amount\":12.50,\"card\":\"(masked)\",\"kind\":\"CARD\",\"lines\":[{\"sku\":\"A\"}]},null]";

    private static final String SCHEMA = """
            {"parameters":[
              {"name":"order","required":true,"schema":{"type":"object","required":["id"],"properties":{
                "id":{"type":"integer"},"amount":{"type":"number"},"paid":{"type":"boolean"},
                "card":{"type":"string","sensitive":true},"kind":{"type":"string","enum":["CARD","CASH"]},
                "lines":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"}}}},
                "labels":{"type":"object","additionalProperties":{"type":"string"}},
                "extra":{"additionalProperties":true}}}},
              {"name":"context","injected":true}]}""";

    @Test
    void onlyWhatDiffersIsAChange() {
        Edit edit = edit(
                "[{\"id\":7,\"amount\":12.5,\"card\":\"(masked)\",\"kind\":\"CASH\",\"lines\":[],\"paid\":true},null]");

        assertThat(edit.faults()).isEmpty();
        assertThat(edit.changes())
                .containsExactlyInAnyOrder(
                        new Change("0/amount", "12.50", "12.5"),
                        new Change("0/kind", "\"CARD\"", "\"CASH\""),
                        new Change("0/lines/0/sku", "\"A\"", ""),
                        new Change("0/lines", "", "[]"),
                        new Change("0/paid", "", "true"));
    }

    @Test
    void layoutIsNoChange() {
        assertThat(edit(ORIGINAL.replace(",", " ,\n ")).changes()).isEmpty();
    }

    @Test
    @DisplayName("console check 47: a mask that is left alone is no fault, whatever the type")
    void masksAreLeftAlone() {
        assertThat(edit("[{\"id\":\"" + Masks.MASK + "\"},null]").faults()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("console check 44: what the method does not take is told with its place")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"id\":\"7\"},null]|order/id|must be a whole number, not a text",
                "[{\"id\":7.5},null]|order/id|must be a whole number, not a number",
                "[{\"id\":7,\"amount\":\"x\"},null]|order/amount|must be a number, not a text",
                "[{\"id\":7,\"paid\":1},null]|order/paid|must be true or false, not a number",
                "[{\"id\":7,\"kind\":\"GOLD\"},null]|order/kind|must be one of CARD, CASH",
                "[{\"id\":7,\"lines\":{}},null]|order/lines|must be a list, not an object",
                "[{\"id\":7,\"lines\":[{\"sku\":1}]},null]|order/lines/0/sku|must be a text, not a number",
                "[{\"id\":7,\"labels\":{\"a\":1}},null]|order/labels/a|must be a text, not a number",
                "[{\"id\":7,\"@class\":\"x\"},null]|order/@class|is no property of this type",
                "[{},null]|order/id|is missing",
                "[{\"id\":null},null]|order/id|must not be null",
                "[null,null]|order|must not be null",
                "[{\"id\":7}]|arguments|must have 2 entries, one for each parameter, and has 1",
                "{\"id\":7}|arguments|must be a list in brackets, with one entry for each parameter",
                "[{\"id\":7},null|arguments|are not JSON: look at line 1, column 14",
                "[{\"id\":7},null] []|arguments|are not JSON: look at line 1, column 16",
                "nothing|arguments|are not JSON: look at line 1, column 1"
            })
    void faultsAreTold(String typed, String place, String text) {
        assertThat(edit(typed).faults()).first().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo(place);
            assertThat(fault.text()).startsWith(text.replaceAll(", column.*", ""));
        });
    }

    @Test
    void deepTextIsAFaultAndNoFailure() {
        assertThat(edit("[".repeat(200_000)).faults()).hasSize(1);
        assertThat(edit("").faults()).hasSize(1);
    }

    @Test
    void anythingGoesWhereNothingIsKnown() {
        Edit edit = Edit.of(ORIGINAL, "[1]", Optional.empty());

        assertThat(edit.faults()).isEmpty();
        assertThat(edit("[{\"id\":7,\"extra\":{\"a\":[1,{}]},\"labels\":{\"a\":\"b\"}},null]")
                        .faults())
                .isEmpty();
    }

    private static Edit edit(String typed) {
        return Edit.of(ORIGINAL, typed, DescribedOperation.with(SCHEMA));
    }
}

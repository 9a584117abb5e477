package dev.idem.admin.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.OperationInfo;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentFieldsTest {

    private static final String ORIGINAL = "[{\"id\":7,\"amount\":12.50,\"card\":\"(masked)\",\"kind\":\"CARD\","
            + "\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B/1~\"}],\"labels\":{\"a/b\":\"x\"},\"note\":null},null]";

    private static final String SCHEMA = """
            {"parameters":[
              {"name":"order","required":true,"schema":{"type":"object","required":["id"],"properties":{
                "id":{"type":"integer"},"amount":{"type":"number"},"paid":{"type":"boolean"},
                "card":{"type":"string","sensitive":true},"kind":{"type":"string","enum":["CARD","CASH"]},
                "lines":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"}}}},
                "labels":{"type":"object","additionalProperties":{"type":"string"}},
                "note":{"type":"string"},"extra":{"additionalProperties":true}}}},
              {"name":"context","injected":true}]}""";

    @Test
    void everyValueHasAField() {
        ArgumentFields fields = Edit.fields(ORIGINAL, operation());

        assertThat(fields.fields())
                .extracting(field -> field.place() + " " + field.kind())
                .containsExactly(
                        "order/id INTEGER",
                        "order/amount NUMBER",
                        "order/paid FLAG",
                        "order/card TEXT",
                        "order/kind CHOICE",
                        "order/lines/0/sku TEXT",
                        "order/lines/1/sku TEXT",
                        "order/labels/a/b TEXT",
                        "order/note TEXT",
                        "order/extra JSON",
                        "context LOCKED");
    }

    @Test
    @DisplayName("console checks 45 and 47: what nobody touches stays as it is, byte for byte, masks too")
    void onlyWhatIsTypedChanges() {
        assertThat(written(Map.of("v/0/amount", "12.50", "v/0/card", "", "v/0/note", "", "n/0/note", "yes")))
                .isEqualTo(ORIGINAL);
        assertThat(written(Map.of("v/0/amount", "99.90"))).isEqualTo(ORIGINAL.replace("12.50", "99.90"));
        assertThat(written(Map.of("v/0/lines/1/sku", "C"))).isEqualTo(ORIGINAL.replace("B/1~", "C"));
        assertThat(written(Map.of("v/0/labels/a~1b", "y"))).isEqualTo(ORIGINAL.replace("\"x\"", "\"y\""));
        assertThat(written(Map.of("v/0/card", "4111"))).isEqualTo(ORIGINAL.replace("(masked)", "4111"));
        assertThat(written(Map.of("v/1", "mine"))).isEqualTo(ORIGINAL);
    }

    @Test
    @DisplayName("nothing and a text without characters are told apart, and what was not there stays away")
    void nothingIsNoEmptyText() {
        assertThat(written(Map.of("v/0/note", ""))).isEqualTo(ORIGINAL.replace("null}", "\"\"}"));
        assertThat(written(Map.of("v/0/note", "now", "n/0/note", "yes")))
                .isEqualTo(ORIGINAL.replace("null}", "\"now\"}"));
        assertThat(written(Map.of("v/0/amount", "12.50", "n/0/amount", "yes")))
                .isEqualTo(ORIGINAL.replace("12.50", "null"));
        assertThat(written(Map.of("v/0/paid", ""))).isEqualTo(ORIGINAL);
        assertThat(written(Map.of("v/0/paid", "true"))).isEqualTo(ORIGINAL.replace("null},", "null,\"paid\":true},"));
        assertThat(written(Map.of("v/0/extra", "[1, {}]")))
                .isEqualTo(ORIGINAL.replace("null},", "null,\"extra\":[1,{}]},"));
    }

    @ParameterizedTest
    @DisplayName("console check 44: what is of another kind is told at its field, and stands there still")
    @CsvSource({
        "v/0/id, 7.5, order/id, must be a whole number",
        "v/0/id, seven, order/id, must be a whole number",
        "v/0/amount, '1,5', order/amount, must be a number",
        "v/0/amount, '', order/amount, must be a number",
        "v/0/paid, maybe, order/paid, must be true or false",
        "v/0/kind, GOLD, order/kind, must be one of",
        "v/0/extra, '{', order/extra, cannot be read as JSON"
    })
    void faultsStandAtTheirFields(String name, String typed, String place, String text) {
        Writing writing = writing(Map.of(name, typed));

        assertThat(writing.good()).isFalse();
        ValueField field = writing.fields().fields().stream()
                .filter(each -> each.place().equals(place))
                .findFirst()
                .orElseThrow();
        assertThat(field.fault()).startsWith(text);
        assertThat(field.text()).isEqualTo(typed);
        assertThat(writing.form().arguments()).isEqualTo(ORIGINAL);
    }

    @Test
    void thereIsNoFormForWhatIsNotDescribedOrTooLong() {
        assertThat(Edit.fields(ORIGINAL, Optional.empty()).fields()).isEmpty();
        assertThat(Edit.fields("[1]", operation()).fields()).isEmpty();
        assertThat(Edit.fields("[", operation()).fields()).isEmpty();
        assertThat(Edit.fields("[".repeat(200_000), operation()).fields()).isEmpty();
        String many = "[{\"id\":7,\"lines\":[" + "{\"sku\":\"A\"},".repeat(201) + "{}]},null]";
        assertThat(Edit.fields(many, operation()).fields()).isEmpty();
    }

    private static String written(Map<String, String> typed) {
        Writing writing = writing(typed);
        assertThat(writing.edit().faults()).isEmpty();
        return writing.form().arguments();
    }

    private static Writing writing(Map<String, String> typed) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        typed.forEach(sent::putSingle);
        sent.putSingle("arguments", ORIGINAL);
        sent.putSingle("as", EditForm.FORM);
        EditForm form = EditForm.of(sent);
        Writing writing = Writing.typed(form, operation());
        Edit edit = Edit.of(ORIGINAL, writing.form().arguments(), operation());
        return writing.good() && !edit.faults().isEmpty()
                ? new Writing(form, edit, writing.fields().wrong(edit.faults()))
                : writing;
    }

    private static Optional<OperationInfo> operation() {
        return DescribedOperation.with(SCHEMA);
    }
}

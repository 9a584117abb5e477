package dev.idem.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.Masks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisfitsTest {

    private static final String SCHEMA = """
            {"parameters":[
              {"name":"order","required":true,"schema":{"type":"object","required":["id"],"properties":{
                "id":{"type":"integer"},"card":{"type":"string","sensitive":true},
                "lines":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"}}}},
                "labels":{"type":"object","additionalProperties":{"type":"string"}},"extra":{}}}},
              {"name":"context","injected":true}]}""";

    @ParameterizedTest
    @DisplayName("console feature 1: what a new version of the method does not take is told with its place")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"id\":7,\"card\":\"4111\",\"lines\":[{\"sku\":\"A\"}],\"labels\":{\"a\":\"b\"},\"extra\":[1]},null]|``",
                "[{\"id\":\"seven\"},null]|order/id is of another type",
                "[{\"id\":7,\"lines\":[{\"sku\":1}]},null]|order/lines/0/sku is of another type",
                "[{\"id\":7,\"gone\":1},null]|order/gone is not known",
                "[{},null]|order/id is missing",
                "[{\"id\":7}]|the method has another number of parameters"
            })
    void whatDoesNotFitIsTold(String arguments, String misfit) {
        Optional<String> schema = Optional.of(SCHEMA);

        List<String> found = Misfits.of(Optional.of(Masks.arguments(arguments, schema)), schema);

        assertThat(found).isEqualTo(misfit.isEmpty() ? List.of() : List.of(misfit));
    }

    @Test
    void nothingIsSaidOfWhatIsNotKnown() {
        Optional<String> any = Optional.of("[1]");

        assertThat(Misfits.of(any, Optional.empty())).isEmpty();
        assertThat(Misfits.of(Optional.empty(), Optional.of(SCHEMA))).isEmpty();
        assertThat(Misfits.of(any, Optional.of("{}"))).isEmpty();
        assertThat(Misfits.of(any, Optional.of("no JSON"))).isEmpty();
        assertThat(Misfits.of(Optional.of("[{\"a\":1,\"b\":2,\"c\":3,\"d\":4},null]"), Optional.of(SCHEMA)))
                .hasSize(3);
    }
}

package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.Sensitive;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("scenario 94: where @Sensitive stands, and what it reaches")
class SensitivityTest {

    public record Card(@Sensitive String number, String brand) {}

    public record Order(String id, Optional<Card> card) {}

    public record Node(String name, List<Node> children) {}

    /** Marked at field, getter and setter, under another name in JSON. */
    public static class Customer {
        @Sensitive
        private String name = "";

        private String mail = "";

        @JsonbProperty("tel")
        private String phone = "";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getMail() {
            return mail;
        }

        @Sensitive
        public void setMail(String mail) {
            this.mail = mail;
        }

        @Sensitive
        public String getPhone() {
            return phone;
        }

        public void setPhone(String phone) {
            this.phone = phone;
        }
    }

    /** Inherits what is marked. */
    public static class Regular extends Customer {}

    @JsonbTypeInfo(@JsonbSubtype(alias = "card", type = ByCard.class))
    public interface Payment {}

    public static class ByCard implements Payment {
        @Sensitive
        public String number = "";
    }

    /** One text. */
    @JsonbTypeAdapter(IbanAdapter.class)
    public record Iban(@Sensitive String number) {}

    public static class IbanAdapter implements JsonbAdapter<Iban, String> {
        @Override
        public String adaptToJson(Iban iban) {
            return iban.number();
        }

        @Override
        public Iban adaptFromJson(String text) {
            return new Iban(text);
        }
    }

    /** Methods that are asked about. */
    interface Shop {
        void marked(@Sensitive String value);

        void record(Card value);

        void optional(Order value);

        void map(Map<String, Card> value);

        void array(Card[] value);

        void wildcard(List<? extends Card> value);

        void inherited(Regular value);

        void subtype(Payment value);

        void adapted(Iban value);

        @Sensitive
        String result();

        Order inResult();

        String plain(String id, Node node);

        String paid(Order order, Customer customer, String id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marked",
                "record",
                "optional",
                "map",
                "array",
                "wildcard",
                "inherited",
                "subtype",
                "adapted",
                "result",
                "inResult"
            })
    void isFound(String name) {
        assertThat(Sensitivity.of(method(name))).isTrue();
        assertThat(Sensitivity.ofResult(method(name)))
                .isEqualTo(name.toLowerCase(java.util.Locale.ROOT).contains("result"));
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertThat(Sensitivity.of(method("plain"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "marked    | {\"type\":\"string\",\"sensitive\":true}",
                "record    | \"number\":{\"type\":\"string\",\"sensitive\":true},\"brand\":{\"type\":\"string\"}",
                "inherited | \"name\":{\"type\":\"string\",\"sensitive\":true}",
                "inherited | \"mail\":{\"type\":\"string\",\"sensitive\":true}",
                "inherited | \"tel\":{\"type\":\"string\",\"sensitive\":true}",
                "result    | \"result\":{\"type\":\"string\",\"sensitive\":true}",
                "subtype   | \"schema\":{}",
                "adapted   | \"schema\":{}"
            })
    void schemaSaysIt(String name, String part) {
        assertThat(OperationSchema.of(method(name))).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "order.card,                     order.card",
        "id += customer.name,            customer.name",
        "customer.getName(),             customer.getName()",
        "customer . phone,               customer . phone",
        "customer,                       customer",
        "order,                          order",
        "order.id,                       ",
        "id += ':customer.name',         ",
        "customer.unknown,               ",
        "other.name,                     "
    })
    void pathsInKeysAreFound(String expression, @Nullable String path) {
        List<String> found = SensitivePaths.in(expression, method("paid"));

        assertThat(found).containsExactlyElementsOf(path == null ? List.of() : List.of(path));
    }

    private static Method method(String name) {
        return Arrays.stream(Shop.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

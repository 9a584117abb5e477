package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.codec.JsonbCodec;
import dev.idem.key.JsonSpelling.Literal;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in JSON: canonical texts, fingerprints, and arguments that are rebuilt. */
class JsonPropertiesTest {

    private static final Method METHOD = Arrays.stream(Shop.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("place"))
            .findFirst()
            .orElseThrow();

    private static final Arguments ARGUMENTS = new Arguments(METHOD, new JsonbCodec());
    private static final Fingerprints FINGERPRINTS = new Fingerprints(METHOD, new JsonbCodec());
    private static final Fingerprints OTHER_NODE = new Fingerprints(METHOD, new JsonbCodec());

    @Property
    void everySpellingHasTheSameCanonicalText(@ForAll("values") Object value, @ForAll Random random) {
        String canonical = CanonicalJson.of(JsonSpelling.of(value, random));

        assertThat(CanonicalJson.of(JsonSpelling.of(value, random))).isEqualTo(canonical);
        assertThat(CanonicalJson.of(canonical)).isEqualTo(canonical);
    }

    @Property
    void canonicalTextKeepsTheValue(@ForAll("values") Object value, @ForAll Random random) {
        String canonical = CanonicalJson.of(JsonSpelling.of(value, random));

        try (JsonReader reader = Json.createReader(new StringReader(canonical))) {
            assertThat(normal(reader.readValue())).isEqualTo(normal(value));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyTextIsReadOrRefused(@ForAll("hostile") String text) {
        assertReadOrRefused(() -> CanonicalJson.of(text));
        assertReadOrRefused(() -> ARGUMENTS.read(text));
        assertReadOrRefused(() -> ARGUMENTS.readExactly(text));
    }

    @Property
    void argumentsComeBack(@ForAll("calls") Object[] call) {
        String written = ARGUMENTS.write(call);

        assertThat(ARGUMENTS.read(written)).isEqualTo(call);
        assertThat(ARGUMENTS.readExactly(written)).isEqualTo(call);
    }

    @Property
    void fingerprintIsThatOfTheArgumentsThatComeBack(@ForAll("calls") Object[] call, @ForAll("calls") Object[] other) {
        Object[] rebuilt = ARGUMENTS.read(ARGUMENTS.write(call));

        assertThat(OTHER_NODE.of(rebuilt)).isEqualTo(FINGERPRINTS.of(call));
        assertThat(FINGERPRINTS.of(other).equals(FINGERPRINTS.of(call))).isEqualTo(Arrays.equals(other, call));
    }

    private static void assertReadOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static Object normal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonPropertiesTest::normal).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new HashMap<>();
            map.forEach((name, member) -> members.put(name, normal(member)));
            members.values().removeIf(Literal.NULL::equals);
            return members;
        }
        return value;
    }

    private static Object normal(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> normal(((JsonNumber) value).bigDecimalValue());
            case ARRAY ->
                ((JsonArray) value).stream().map(JsonPropertiesTest::normal).toList();
            case OBJECT -> {
                Map<String, Object> members = new HashMap<>();
                ((JsonObject) value).forEach((name, member) -> members.put(name, normal(member)));
                yield members;
            }
            default -> Literal.valueOf(value.toString().toUpperCase());
        };
    }

    @Provide
    Arbitrary<Object> values() {
        return JsonSpelling.values();
    }

    /** JSON with a hole or a patch in it, nests, numbers without end, and what is no JSON at all. */
    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> json = Combinators.combine(JsonSpelling.values(), Arbitraries.randoms())
                .as((value, random) -> JsonSpelling.of(List.of(value, value, value), random));
        Arbitrary<String> written = calls().map(ARGUMENTS::write);
        Arbitrary<String> patches = Arbitraries.of("", "", "\"", "[", "]", "{", "}", ",", ":", "0", "-", "e9", "null");
        Arbitrary<String> patched = Combinators.combine(
                        Arbitraries.oneOf(json, written), Arbitraries.integers().between(0, 200), patches)
                .as((text, place, patch) -> {
                    int at = Math.min(place, text.length() - 1);
                    return text.substring(0, at) + patch + text.substring(at + 1);
                });
        Arbitrary<String> endless = Combinators.combine(
                        Arbitraries.of("[", "{\"a\":", "[[],", "9", "[1e", "[-0.", "\""),
                        Arbitraries.integers().between(1, 3_000))
                .as(String::repeat);
        return Arbitraries.oneOf(json, written, patched, endless, Arbitraries.strings());
    }

    @Provide
    Arbitrary<Object[]> calls() {
        Arbitrary<Order> orders = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.bigDecimals().ofScale(3),
                        Arbitraries.strings().ofMaxLength(5).list().ofMaxSize(3),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), Arbitraries.longs())
                                .ofMaxSize(3),
                        Arbitraries.integers().between(-1_000_000, 1_000_000))
                .as((id, amount, tags, counts, day) -> new Order(id, amount, tags, counts, LocalDate.ofEpochDay(day)));
        return Combinators.combine(
                        orders, Arbitraries.strings().injectNull(0.1), Arbitraries.integers(), Arbitraries.doubles())
                .as((order, note, quantity, weight) -> new Object[] {order, note, quantity, weight});
    }

    interface Shop {
        void place(Order order, String note, int quantity, double weight);
    }

    public record Order(String id, BigDecimal amount, List<String> tags, Map<String, Long> counts, LocalDate day) {}
}

package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.NotFingerprinted;
import dev.idem.codec.JsonbCodec;
import dev.idem.engine.Digest;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final Item ITEM = new Item("sku-1", new BigDecimal("9.90"), List.of("new", "red"));

    @Test
    @DisplayName("scenario 44, scenario 47: equal arguments give the same fingerprint, whatever the order of a map")
    void equalArgumentsGiveTheSameFingerprint() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", new BigDecimal("2.50"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", 2.5);
        other.put("a", 1L);

        assertThat(of("map", one)).isEqualTo(of("map", other));
        assertThat(of("list", List.of(1, 2))).isNotEqualTo(of("list", List.of(2, 1)));
    }

    @Test
    @DisplayName("scenario 45, scenario 49: a nested tampered value gives another fingerprint")
    void tamperedArgumentGivesAnotherFingerprint() {
        Digest fingerprint = of("order", ITEM, 3, "t");

        assertThat(of("order", ITEM, 4, "t")).isNotEqualTo(fingerprint);
        assertThat(of("order", new Item("sku-1", new BigDecimal("9.91"), ITEM.tags()), 3, "t"))
                .isNotEqualTo(fingerprint);
        assertThat(of("order", new Item("sku-1", ITEM.price(), List.of("new", "Red")), 3, "t"))
                .isNotEqualTo(fingerprint);
    }

    @Test
    @DisplayName("scenario 48: a null property and an absent one are the same")
    void nullPropertyIsAsAbsent() {
        Map<String, Object> withNull = new LinkedHashMap<>();
        withNull.put("a", null);

        assertThat(of("map", withNull)).isEqualTo(of("map", Map.of()));
        assertThat(of("map", new Object[] {null})).isNotEqualTo(of("map", Map.of()));
    }

    @Test
    @DisplayName("scenario 51: what is marked @NotFingerprinted may change")
    void notFingerprintedValuesMayChange() {
        assertThat(of("order", ITEM, 3, "now")).isEqualTo(of("order", ITEM, 3, "later"));
        assertThat(of("stamped", List.of(new Stamped("a", 1L))))
                .isEqualTo(of("stamped", List.of(new Stamped("a", 2L))));
        assertThat(of("stamped", List.of(new Stamped("a", 1L))))
                .isNotEqualTo(of("stamped", List.of(new Stamped("b", 1L))));
        assertThat(of("bean", new Bean("a", "1", "2"))).isEqualTo(of("bean", new Bean("a", "3", "4")));
        assertThat(of("bean", new Bean("a", "1", "2"))).isNotEqualTo(of("bean", new Bean("b", "1", "2")));
    }

    @Test
    void injectedParametersAreNoArguments() {
        assertThat(of("resource", "a", null, null, null)).isEqualTo(of("resource", "a", "x", "y", "z"));
        assertThat(of("observer", "event", new Object())).isEqualTo(of("observer", "event", null));
    }

    @Test
    void argumentsCannotMoveBetweenParameters() {
        assertThat(of("two", "a", "b")).isNotEqualTo(of("two", "b", "a"));
        assertThat(of("two", "a\",\"b", "")).isNotEqualTo(of("two", "a", "b"));
        assertThat(of("two", "a", null)).isNotEqualTo(of("two", null, "a"));
        assertThat(of("two", "\ud800", "")).isNotEqualTo(of("two", "?", ""));
        assertThat(of("two", "\ud800", "")).isNotEqualTo(of("two", "\ud801", ""));
        assertThat(of("two", "null", "")).isNotEqualTo(of("two", null, ""));
    }

    @Test
    void declaredSupertypesHideNothing() {
        assertThat(of("object", new Item("a", null, null))).isNotEqualTo(of("object", new Item("b", null, null)));
        assertThat(of("object", "a")).isNotEqualTo(of("object", "b"));
        assertThat(of("each", List.of("a"))).isNotEqualTo(of("each", List.of("b")));
        assertThat(of("base", new Derived("a"))).isNotEqualTo(of("base", new Derived("b")));
        assertThat(of("bases", List.of(new Derived("a")))).isNotEqualTo(of("bases", List.of(new Derived("b"))));
    }

    @Test
    @DisplayName("scenario 52: fingerprints are these for ever")
    void fingerprintsAreFixed() {
        assertThat(of("order", ITEM, 3, "t"))
                .hasToString("82d9aafab758c58ea7eb9ad407fd0ef2b2c135f2b33e2b7f19ea7c7563fd2cb5");
        assertThat(of("two", "\u00e9\n", null))
                .hasToString("23821a906ab117360f44658489ad46f7f978380cb0849d33fb6122b2c2dfd705");
        assertThat(of("list", List.of(1, 20, -3)))
                .hasToString("8d9db6f01a3dc72ea9192c2ee8f78772513be80d85dc8e29d468e21463b855cd");
        assertThat(of("nothing")).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void unwritableArgumentIsNamed() {
        assertThatThrownBy(() -> of("object", new Hidden("a"))).hasMessageContaining(Hidden.class.getName());
    }

    @Test
    void parkedArgumentsAreAnArrayByPosition() {
        String json = new Arguments(method("resource"), new JsonbCodec()).write(new Object[] {"a", "x", "y", "z"});
        String order = new Arguments(method("order"), new JsonbCodec()).write(new Object[] {ITEM, 3, null});

        assertThat(json).isEqualTo("[\"a\",null,null,null]");
        assertThat(Json.createReader(new StringReader(order))
                        .readArray()
                        .getJsonObject(0)
                        .getString("sku"))
                .isEqualTo("sku-1");
        assertThat(order).endsWith(",3,null]");
    }

    private static Digest of(String method, @Nullable Object... arguments) {
        return new Fingerprints(method(method), new JsonbCodec()).of(arguments);
    }

    private static Method method(String name) {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    interface Operations {
        void order(Item item, int quantity, @NotFingerprinted String sentAt);

        void map(Map<String, Object> map);

        void list(List<Integer> list);

        void stamped(List<Stamped> list);

        void bean(Bean bean);

        void two(String first, String second);

        void object(Object object);

        void each(Iterable<String> values);

        void base(Base base);

        void bases(List<Base> bases);

        void nothing();

        void resource(String id, @Context UriInfo uri, HttpServletRequest request, @Suspended AsyncResponse response);

        void observer(@Observes String event, Object helper);
    }

    /** An argument. */
    public record Item(
            String sku,
            @Nullable BigDecimal price,
            @Nullable List<String> tags) {}

    /** An argument. */
    public record Stamped(String id, @NotFingerprinted long sentAt) {}

    /** An argument. */
    public static class Base {
        public String kind = "base";
    }

    /** An argument. */
    public static class Derived extends Base {
        public final String name;

        Derived(String name) {
            this.name = name;
        }
    }

    record Hidden(String value) {}

    /** An argument. */
    public static class Bean {

        private final String id;

        @NotFingerprinted
        private final String sentAt;

        private final String trace;

        Bean(String id, String sentAt, String trace) {
            this.id = id;
            this.sentAt = sentAt;
            this.trace = trace;
        }

        public String getId() {
            return id;
        }

        public String getSentAt() {
            return sentAt;
        }

        @NotFingerprinted
        public String getTrace() {
            return trace;
        }
    }
}

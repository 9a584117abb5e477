package dev.idem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbCodecTest {

    private static final Line LINE = new Line("sku", new BigDecimal("1.50"), LocalDate.EPOCH, Colour.RED);

    private final JsonbCodec codec = new JsonbCodec();

    @ParameterizedTest
    @MethodSource
    @DisplayName("scenario 3, scenario 10: a value comes back equal and of its type")
    void valueComesBack(String method, Object value) {
        Type type = type(method);

        assertThat(codec.read(codec.write(value, type), type)).isEqualTo(value);
    }

    static Stream<Arguments> valueComesBack() {
        return Stream.of(
                Arguments.of("aVoid", null),
                Arguments.of("string", null),
                Arguments.of("string", ""),
                Arguments.of("string", "null"),
                Arguments.of("string", "\"\u00e9\ud83d\ude00\n"),
                Arguments.of("anInt", 0),
                Arguments.of("aLong", Long.MAX_VALUE),
                Arguments.of("aDouble", 0.1),
                Arguments.of("aBoolean", false),
                Arguments.of("aChar", 'x'),
                Arguments.of("integer", null),
                Arguments.of("bigDecimal", new BigDecimal("12345678901234567890.1230")),
                Arguments.of("bigInteger", BigInteger.TEN.pow(40)),
                Arguments.of("bytes", new byte[] {0, -1}),
                Arguments.of("uuid", new UUID(1, 2)),
                Arguments.of("instant", Instant.ofEpochSecond(1, 123_456_789)),
                Arguments.of("offset", OffsetDateTime.parse("2026-03-01T10:00:00+02:00")),
                Arguments.of("duration", Duration.ofSeconds(90, 1)),
                Arguments.of("colour", Colour.RED),
                Arguments.of("line", LINE),
                Arguments.of("line", null),
                Arguments.of("lines", List.of()),
                Arguments.of("lines", List.of(LINE, LINE)),
                Arguments.of("lines", Arrays.asList(LINE, null)),
                Arguments.of("set", Set.of(LINE)),
                Arguments.of("array", new Line[] {LINE}),
                Arguments.of("map", Map.of("a", List.of(LINE))),
                Arguments.of("optional", Optional.of(LINE)),
                Arguments.of("optional", Optional.empty()),
                Arguments.of("optionalInt", OptionalInt.of(7)),
                Arguments.of("optionalInt", OptionalInt.empty()),
                Arguments.of("nested", new Nested(List.of(LINE), Optional.of("x"), Map.of(Colour.RED, 1))),
                Arguments.of("nested", new Nested(List.of(), Optional.empty(), Map.of())),
                Arguments.of("shape", new Circle(2)),
                Arguments.of("shapes", List.of(new Circle(2), new Square(3))));
    }

    @Test
    @DisplayName("scenario 52: values are written as they always were")
    void writtenFormIsFixed() {
        assertThat(codec.write(new Nested(List.of(LINE), Optional.empty(), Map.of(Colour.RED, 1)), Nested.class))
                .isEqualTo("{\"counts\":{\"RED\":1},\"lines\":[{\"colour\":\"RED\",\"day\":\"1970-01-01\","
                        + "\"price\":1.50,\"sku\":\"sku\"}]}");
        assertThat(codec.write(Instant.ofEpochSecond(1, 5), Instant.class))
                .isEqualTo("\"1970-01-01T00:00:01.000000005Z\"");
        assertThat(codec.write(Duration.ofDays(2), Duration.class)).isEqualTo("\"PT48H\"");
        assertThat(codec.write(new byte[] {1, -1}, byte[].class)).isEqualTo("[1,-1]");
        assertThat(codec.write(1e30, double.class)).isEqualTo("1.0E30");
    }

    @Test
    void typesComeFromTheSignatureOnly() {
        assertThat(codec.read("{\"@type\":\"java.lang.Thread\",\"sku\":\"a\"}", Line.class))
                .isEqualTo(new Line("a", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "endless"})
    @DisplayName("scenario 32: what cannot be written is named, with what to do")
    void unwritableValueIsNamed(String method) {
        Object value = method.equals("hidden") ? new Hidden("secret") : new Endless();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.write(value, type(method)))
                .withMessageContaining(value.getClass().getName())
                .withMessageContaining("ArgumentCodec")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"secret\"", "[1]", "{\"price\":\"secret\"}", "{\"colour\":\"secret\"}", "{", "secret"})
    @DisplayName("scenario 33: what cannot be read says which type it was to be")
    void unreadableTextNamesTheType(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.read(json, Line.class))
                .withMessageContaining(Line.class.getName())
                .withMessageNotContaining("secret");
    }

    @Test
    @DisplayName("scenario 33: null is no primitive")
    void nullIsNoPrimitive() {
        assertThatIllegalArgumentException().isThrownBy(() -> codec.read("null", int.class));
    }

    @Test
    void codecClosesOnceUsedOrNot() {
        codec.close();
        codec.write("x", String.class);

        assertThatCode(codec::close).doesNotThrowAnyException();
    }

    private static Type type(String method) {
        try {
            return Operations.class.getDeclaredMethod(method).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    interface Operations {
        void aVoid();

        String string();

        int anInt();

        long aLong();

        double aDouble();

        boolean aBoolean();

        char aChar();

        Integer integer();

        BigDecimal bigDecimal();

        BigInteger bigInteger();

        byte[] bytes();

        UUID uuid();

        Instant instant();

        OffsetDateTime offset();

        Duration duration();

        Colour colour();

        Line line();

        List<Line> lines();

        Set<Line> set();

        Line[] array();

        Map<String, List<Line>> map();

        Optional<Line> optional();

        OptionalInt optionalInt();

        Nested nested();

        Shape shape();

        List<Shape> shapes();

        Hidden hidden();

        Endless endless();
    }

    /** A result. */
    public enum Colour {
        RED {
            @Override
            public String toString() {
                return "red";
            }
        }
    }

    /** A result. */
    public record Line(
            String sku,
            @Nullable BigDecimal price,
            @Nullable LocalDate day,
            @Nullable Colour colour) {}

    /** A result. */
    public record Nested(List<Line> lines, Optional<String> note, Map<Colour, Integer> counts) {}

    /** A result. */
    @JsonbTypeInfo({
        @JsonbSubtype(alias = "circle", type = Circle.class),
        @JsonbSubtype(alias = "square", type = Square.class)
    })
    public sealed interface Shape {}

    /** A result. */
    public record Circle(int radius) implements Shape {}

    /** A result. */
    public record Square(int side) implements Shape {}

    record Hidden(String value) {}

    /** A result. */
    public static class Endless {
        public Endless self = this;
    }
}

package dev.idem.key;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * JSON values, and the many ways to write each: in any order of members, with white space, escapes, numbers in any form,
 * and members that are null. For one thread.
 */
final class JsonSpelling {

    private static final int DEEPEST = 3;

    private final Random random;
    private final StringBuilder json = new StringBuilder();

    private JsonSpelling(Random random) {
        this.random = random;
    }

    /** What JSON has no better Java type for. */
    enum Literal {
        NULL,
        TRUE,
        FALSE
    }

    /** Any value: a literal, a text, a {@code BigDecimal}, a list, or a map by names; not too deep for memory. */
    static Arbitrary<Object> values() {
        return values(DEEPEST);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> flat = Arbitraries.oneOf(
                Arbitraries.of(Literal.class),
                texts(),
                Arbitraries.bigDecimals().ofScale(5));
        if (depth == 0) {
            return flat;
        }
        return Arbitraries.oneOf(
                flat,
                values(depth - 1).list().ofMaxSize(4),
                Arbitraries.maps(texts(), values(depth - 1)).ofMaxSize(4));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings()
                        .withChars("\"\\/\u0000\n\u007f\u2028\ud83d\ude00")
                        .ofMaxLength(4));
    }

    /** One of the texts of a value. */
    static String of(Object value, Random random) {
        JsonSpelling spelling = new JsonSpelling(random);
        spelling.write(value);
        return spelling.json.toString();
    }

    private void write(Object value) {
        space();
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            json.append('[');
            separated(list, this::write);
            json.append(']');
        } else if (value instanceof String text) {
            text(text);
        } else {
            json.append(
                    value instanceof BigDecimal number
                            ? number(number)
                            : value.toString().toLowerCase());
        }
        space();
    }

    private void object(Map<?, ?> map) {
        List<Map.Entry<?, ?>> members = new ArrayList<>(map.entrySet());
        if (random.nextBoolean()) {
            members.add(Map.entry("absent " + members.size() + " " + map.hashCode(), Literal.NULL));
        }
        Collections.shuffle(members, random);
        json.append('{');
        separated(members, member -> {
            write(member.getKey());
            json.append(':');
            write(member.getValue());
        });
        json.append('}');
    }

    private <T> void separated(List<T> parts, Consumer<T> each) {
        for (int i = 0; i < parts.size(); i++) {
            json.append(i > 0 ? "," : "");
            each.accept(parts.get(i));
        }
    }

    private void text(String text) {
        json.append('"');
        for (char c : text.toCharArray()) {
            boolean mustEscape = c < ' ' || c == '"' || c == '\\';
            json.append(mustEscape || random.nextInt(4) == 0 ? String.format("\\u%04X", (int) c) : String.valueOf(c));
        }
        json.append('"');
    }

    private String number(BigDecimal number) {
        return switch (random.nextInt(3)) {
            case 0 -> number.toPlainString();
            case 1 -> number.setScale(number.scale() + random.nextInt(3)).toPlainString();
            default -> number.unscaledValue() + (random.nextBoolean() ? "e" : "E") + -number.scale();
        };
    }

    private void space() {
        json.append(" ".repeat(random.nextInt(2))).append(random.nextInt(8) == 0 ? "\n\t" : "");
    }
}

package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @Test
    void valuesAreTheirText() {
        assertThat(Stream.of(
                        "k",
                        CharBuffer.wrap("sb"),
                        17,
                        18L,
                        new BigDecimal("1.50"),
                        true,
                        'c',
                        Colour.RED,
                        UUID.fromString("00000000-0000-0001-0000-000000000002"),
                        Instant.EPOCH,
                        Optional.of("o"),
                        OptionalLong.of(5)))
                .extracting(value -> KeyText.of(value).orElseThrow())
                .containsExactly(
                        "k",
                        "sb",
                        "17",
                        "18",
                        "1.50",
                        "true",
                        "c",
                        "RED",
                        "00000000-0000-0001-0000-000000000002",
                        "1970-01-01T00:00:00Z",
                        "o",
                        "5");
    }

    @Test
    @DisplayName("scenario 7: a key that is null is missing")
    void nullAndEmptyOptionalsAreMissing() {
        assertThat(KeyText.of(null)).isEmpty();
        assertThat(KeyText.of(Optional.empty())).isEmpty();
        assertThat(KeyText.ofAll(Arrays.asList("a", null))).isEmpty();
        assertThat(KeyText.ofAll(List.of(Optional.empty(), "b"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "a\nb", "a\u0000", "\u007f", "\u0085", "\ud83d", "\ude00\ud83d"})
    @DisplayName("scenario 8: a blank, control-character or malformed key is refused")
    void invalidKeyIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyText.of(key)).withMessageStartingWith("the key ");
    }

    @Test
    @DisplayName("scenario 8: a key has 1 to 255 characters")
    void overlongKeyIsRefusedWithoutShowingIt() {
        assertThat(KeyText.of("k".repeat(255))).hasValue("k".repeat(255));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyText.of("k".repeat(256)))
                .withMessageContaining("256 characters")
                .withMessageNotContaining("kk");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyText.ofAll(List.of("k".repeat(127), ":".repeat(64))));
    }

    @Test
    void keyMayHoldAnyOtherCharacter() {
        String key = " \"Ünï\ud83d\ude00:\\' ";

        assertThat(KeyText.of(key)).hasValue(key);
    }

    @Test
    void severalValuesAreJoinedAndEscaped() {
        assertThat(KeyText.ofAll(List.of("a", 1, Colour.RED))).hasValue("a:1:RED");
        assertThat(KeyText.ofAll(List.of("a:b", "c\\"))).hasValue("a\\:b:c\\\\");
        assertThat(KeyText.ofAll(List.of("a:b"))).hasValue("a:b");
        assertThat(KeyText.ofAll(List.of("", "b"))).hasValue(":b");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyText.ofAll(List.of("", " ")));
    }

    @Test
    void differentListsFormDifferentKeys() {
        List<String> parts = List.of("x", "a", "\\", ":", "a:", ":a", "a\\", "\\a", "\\:", ":\\");
        List<String> keys = parts.stream()
                .flatMap(first -> parts.stream()
                        .map(second -> KeyText.ofAll(List.of(first, second)).orElseThrow()))
                .toList();

        assertThat(keys).hasSize(100).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource
    void valuesWithoutTextOfTheirOwnAreRefused(Object value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyText.of(value))
                .withMessageContaining(value.getClass().getName());
    }

    static Stream<Object> valuesWithoutTextOfTheirOwnAreRefused() {
        return Stream.of(new Object(), new int[] {1}, List.of("a"), Map.of("a", "b"), new KeyTextTest());
    }

    private enum Colour {
        RED {
            @Override
            public String toString() {
                return "red";
            }
        }
    }
}

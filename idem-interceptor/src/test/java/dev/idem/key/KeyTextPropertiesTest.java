package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

/** Whatever a key is made of. */
class KeyTextPropertiesTest {

    @Property
    void anyTextIsAKeyAsItIsOrRefused(@ForAll @StringLength(max = 300) String text) {
        try {
            assertThat(KeyText.checked(text)).isEqualTo(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("the key ");
            return;
        }
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(255);
        assertThat(text.chars()).noneMatch(Character::isISOControl);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Property
    void refusalDoesNotTellTheKey(@ForAll("secret") String secret, @ForAll("refused") String bad) {
        String text = secret + bad;

        assertThat(catchRefusal(text)).isNotEmpty().doesNotContain(secret);
    }

    @Property
    void partsOfDifferentKeysNeverFlowTogether(@ForAll @Size(2) @UniqueElements List<@From("parts") List<String>> two) {
        List<String> one = two.get(0);
        List<String> other = two.get(1);

        if (one.size() == other.size()) {
            assertThat(KeyText.ofAll(one)).isNotEqualTo(KeyText.ofAll(other));
        }
    }

    @Property
    void partsOfDifferentRecordsNeverFlowTogether(
            @ForAll @Size(2) @UniqueElements List<@From("fourTexts") List<String>> two) {
        assertThat(hash(two.get(0))).isEqualTo(hash(List.copyOf(two.get(0)))).isNotEqualTo(hash(two.get(1)));
    }

    private static String catchRefusal(String text) {
        try {
            return "not refused: " + KeyText.checked(text);
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String hash(List<String> parts) {
        return RecordKey.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3))
                .hash()
                .hex();
    }

    @Provide
    Arbitrary<String> secret() {
        return Arbitraries.strings().withCharRange('0', '9').ofMinLength(4).ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> refused() {
        return Arbitraries.of("\u0000", "\n", "\u0085", "\ud800", "\udc00x", "x".repeat(252));
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return part().ofMinLength(1).list().ofMinSize(2).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> fourTexts() {
        return part().list().ofSize(4);
    }

    private static StringArbitrary part() {
        return Arbitraries.strings().withChars("a:\\").ofMaxLength(4);
    }
}

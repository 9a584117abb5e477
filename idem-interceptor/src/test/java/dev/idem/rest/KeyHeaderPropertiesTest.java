package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a client sends as a key. */
class KeyHeaderPropertiesTest {

    @Property
    void anyHeaderIsReadOrRefusedWithAdvice(@ForAll @Size(max = 3) List<@From("hostile") String> fields) {
        Optional<String> key;
        try {
            key = KeyHeader.KEY.read(fields);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("send one string in quotes");
            return;
        }
        assertThat(key.isPresent()).isEqualTo(!fields.isEmpty());
        key.ifPresent(text -> assertThat(text).matches("[ -~]+"));
    }

    @Property
    void quotedKeyComesBack(
            @ForAll("printable") String key, @ForAll("space") String before, @ForAll("parameters") String after) {
        String quoted = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

        assertThat(KeyHeader.KEY.read(List.of(before + quoted + after))).contains(key);
    }

    @Property
    void bareKeyIsTheQuotedOne(@ForAll("bare") String key, @ForAll("space") String space) {
        assertThat(KeyHeader.TOKEN.read(List.of(space + key + space)))
                .isEqualTo(KeyHeader.TOKEN.read(List.of('"' + key + '"')))
                .contains(key);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> syntax = Arbitraries.strings().withChars("\"\\,; \tab=\u0000\u007f\u00e9");
        return Arbitraries.oneOf(syntax, syntax.map(text -> '"' + text), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(255);
    }

    @Provide
    Arbitrary<String> bare() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('a', 'z')
                .withChars("-_:;=?")
                .ofMinLength(1);
    }

    @Provide
    Arbitrary<String> space() {
        return Arbitraries.strings().withChars(" \t").ofMaxLength(3);
    }

    @Provide
    Arbitrary<String> parameters() {
        return Arbitraries.of("", " ", ";v=1", "; v=\"x, \\\" y\" \t", ";a;b");
    }
}

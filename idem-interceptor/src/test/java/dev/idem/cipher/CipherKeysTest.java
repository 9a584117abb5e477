package dev.idem.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CipherKeysTest {

    private static final String SECRET = "c2VjcmV0IHNlY3JldCBzZWNyZXQ=";

    @Test
    void withoutSettingsNothingIsEncrypted() {
        assertThat(CipherKeys.of(TestPayloads.config(Map.of())).current()).isEmpty();
        assertThat(CipherKeys.of(TestPayloads.config(Map.of())).mistakes()).isEmpty();
    }

    @Test
    void spacesAroundKeysAreNoPartOfThem() {
        CipherKeys keys =
                keys(" " + TestPayloads.key("k3") + "\n", TestPayloads.key("k1") + " , " + TestPayloads.key("k2"));

        assertThat(keys.mistakes()).isEmpty();
        assertThat(keys.current()).contains("k3");
        assertThat(keys.key("k1")).isPresent();
        assertThat(keys.key("k2")).isPresent();
        assertThat(keys.key("k4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "k1:" + SECRET,
                "k1:" + SECRET + "%",
                "k 1:" + SECRET,
                ":" + SECRET,
                "k1:",
                "k1:" + SECRET + SECRET
            })
    void mistakeIsFoundAndNoKeyTold(String wrong) {
        for (CipherKeys keys : new CipherKeys[] {keys(wrong, ""), keys(TestPayloads.key("k2"), wrong)}) {
            assertThat(keys.mistakes()).singleElement().satisfies(mistake -> assertThat(mistake)
                    .contains("idem.cipher.")
                    .contains("32 bytes")
                    .doesNotContain(SECRET.substring(0, 8)));
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(keys(TestPayloads.key("k1"), TestPayloads.key("k1")).mistakes())
                .containsExactly("idem.cipher.old-keys: the key id k1 is there twice");
    }

    private static CipherKeys keys(String current, String old) {
        return CipherKeys.of(TestPayloads.config(Map.of(CipherKeys.CURRENT, current, CipherKeys.OLD, old)));
    }
}

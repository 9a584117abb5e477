package dev.idem.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Digest;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.UnreadablePayload;
import dev.idem.spi.PayloadCipher;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPayloadsTest {

    private static final PayloadPlace HERE = PayloadPlace.result(Digest.ofTexts("one"));
    private static final String SECRET = "{\"pan\":\"4111 1111 1111 1111\",\"name\":\"Zażółć \uD83D\uDE00\"}";

    private final Payloads keyed = TestPayloads.keyed("k1");

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"\"", SECRET, "idem:1:k1:AAAA", "idem:0:x", ""})
    void everyTextComesBack(String payload) {
        assertThat(keyed.opened(keyed.sealed(payload, HERE), HERE)).isEqualTo(payload);
        Payloads plain = TestPayloads.plain();
        assertThat(plain.opened(plain.sealed(payload, HERE), HERE)).isEqualTo(payload);
    }

    @Test
    void plainTextIsStoredAsItIs() {
        assertThat(TestPayloads.plain().sealed(SECRET, HERE)).isEqualTo(SECRET);
    }

    @Test
    @DisplayName("scenario 94: nothing of the payload is in what is stored, which differs each time")
    void storedTextTellsNothing() {
        String stored = keyed.sealed(SECRET, HERE);

        assertThat(stored).matches("idem:1:k1:[A-Za-z0-9+/=]+").doesNotContain("4111");
        assertThat(keyed.sealed(SECRET, HERE)).isNotEqualTo(stored);
    }

    @Test
    @DisplayName("scenario 52: what was stored in plain is read once a key is there")
    void plainIsReadBesideEncrypted() {
        assertThat(keyed.opened(SECRET, HERE)).isEqualTo(SECRET);
    }

    @Test
    void oldKeysRead() {
        String stored = keyed.sealed(SECRET, HERE);

        assertThat(TestPayloads.keyed("k2", "k1").opened(stored, HERE)).isEqualTo(SECRET);
        assertThat(TestPayloads.of(Map.of(CipherKeys.OLD, TestPayloads.key("k1")), Optional.empty())
                        .opened(stored, HERE))
                .as("encryption was switched off")
                .isEqualTo(SECRET);
        assertThat(TestPayloads.keyed("k2", "k1").sealed(SECRET, HERE)).startsWith("idem:1:k2:");
    }

    @Test
    void missingKeyIsNamed() {
        String stored = keyed.sealed(SECRET, HERE);

        assertThatThrownBy(() -> TestPayloads.keyed("k2").opened(stored, HERE))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessage("key k1 is not configured");
        assertThat(TestPayloads.plain().open(Optional.of(stored), HERE))
                .isEqualTo(new Payloads.Opened(Optional.empty(), Optional.of("key k1 is not configured")));
        assertThat(keyed.open(Optional.empty(), HERE))
                .isEqualTo(new Payloads.Opened(Optional.empty(), Optional.empty()));
    }

    @Test
    void textThatWasMovedIsNotRead() {
        String stored = keyed.sealed(SECRET, HERE);

        for (PayloadPlace other : new PayloadPlace[] {
            PayloadPlace.result(Digest.ofTexts("two")),
            PayloadPlace.arguments(Digest.ofTexts("one")),
            PayloadPlace.confirmedResult(Digest.ofTexts("one"), "token")
        }) {
            assertThatThrownBy(() -> keyed.opened(stored, other))
                    .isInstanceOf(UnreadablePayload.class)
                    .hasMessageContaining("changed or moved");
        }
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String stored = keyed.sealed("{}", HERE);

        for (int i = "idem:1:k1:".length(); i < stored.length(); i++) {
            char other = stored.charAt(i) == 'A' ? 'Q' : 'A';
            String changed = stored.substring(0, i) + other + stored.substring(i + 1);
            assertThatThrownBy(() -> keyed.opened(changed, HERE))
                    .as("character %s", i)
                    .isInstanceOf(UnreadablePayload.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"idem:1:", "idem:1:k1", "idem:1:k1:", "idem:1:k1:AAAA", "idem:1:k1:%%%", "idem:2:x", "idem:9:x"})
    void damagedTextIsUnreadable(String stored) {
        assertThatThrownBy(() -> keyed.opened(stored, HERE)).isInstanceOf(UnreadablePayload.class);
    }

    @Test
    void anotherKeyUnderTheSameIdIsNoticed() {
        String other = "k1:" + TestPayloads.key("other").split(":", 2)[1];

        assertThatThrownBy(() -> TestPayloads.of(Map.of(CipherKeys.CURRENT, other), Optional.empty())
                        .opened(keyed.sealed(SECRET, HERE), HERE))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("key k1 is another one now");
    }

    @Test
    void loneSurrogateIsRefusedAndNotReplaced() {
        assertThatThrownBy(() -> keyed.sealed("\"\uD83D\"", HERE))
                .isInstanceOf(StoreFailure.class)
                .hasRootCauseInstanceOf(java.nio.charset.MalformedInputException.class);
    }

    // the application's own

    @Test
    void applicationsCipherWritesAndTheKeysStillRead() {
        String old = TestPayloads.keyed("k1").sealed(SECRET, HERE);
        Payloads own = TestPayloads.of(Map.of(CipherKeys.OLD, TestPayloads.key("k1")), Optional.of(new Reversing()));

        String stored = own.sealed(SECRET, HERE);

        assertThat(stored).startsWith("idem:2:").doesNotContain("4111");
        assertThat(own.opened(stored, HERE)).isEqualTo(SECRET);
        assertThat(own.opened(old, HERE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> own.opened(stored, PayloadPlace.arguments(Digest.ofTexts("one"))))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessage("the PayloadCipher refused it: it stood elsewhere");
        assertThatThrownBy(() -> keyed.opened(stored, HERE))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessage("the PayloadCipher that encrypted it is not here");
    }

    @Test
    void whatCannotBeEncryptedIsNeverStoredInPlain() {
        Payloads own = TestPayloads.of(Map.of(), Optional.of(new Reversing()));

        assertThatThrownBy(() -> own.sealed("out of order", HERE)).isInstanceOf(StoreFailure.class);
    }

    /** Writes backwards; no cipher, but a PayloadCipher. */
    private static final class Reversing implements PayloadCipher {

        @Override
        public String encrypt(String payload, String place) {
            if (payload.equals("out of order")) {
                throw new IllegalStateException("the key service is away");
            }
            return new StringBuilder(payload + "@" + place).reverse().toString();
        }

        @Override
        public String decrypt(String text, String place) {
            String whole = new StringBuilder(text).reverse().toString();
            if (!whole.endsWith("@" + place)) {
                throw new IllegalStateException("it stood elsewhere");
            }
            return whole.substring(0, whole.length() - place.length() - 1);
        }
    }
}

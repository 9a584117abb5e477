package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private final PasswordHash hashes = new PasswordHash(PasswordHash.ITERATIONS);

    @Test
    void hashIsSaltedAndSlow() {
        String hash = hashes.of("correct horse");

        assertThat(hash).startsWith("pbkdf2-sha512$210000$").isNotEqualTo(hashes.of("correct horse"));
        assertThat(hashes.matches("correct horse", hash)).isTrue();
        assertThat(hashes.matches("correct horse ", hash)).isFalse();
    }

    @Test
    void olderHashIsCheckedAsItWasMade() {
        String older = new PasswordHash(1_000).of("correct horse");

        assertThat(hashes.matches("correct horse", older)).isTrue();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(hashes.matches("", hashes.ofNobody())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "md5$1$AAAA$AAAA", "pbkdf2-sha512$1000$AAAA"})
    void whatIsNoHashOfOursMatchesNothing(String stored) {
        assertThat(hashes.matches(stored, stored)).isFalse();
    }
}

package dev.idem.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedKeyTest {

    private static final RecordId RECORD = new RecordId("ab".repeat(32));
    private static final String TOKEN = "token-0123456789";

    @Test
    void sameClickHasTheSameKey() {
        String key = DerivedKey.of(RECORD, "4711", TOKEN);

        assertThat(key).matches("4711~[0-9a-f]{16}");
        assertThat(DerivedKey.of(RECORD, "4711", TOKEN)).isEqualTo(key);
    }

    @Test
    void anotherClickOrCallHasAnotherKey() {
        String key = DerivedKey.of(RECORD, "4711", TOKEN);

        assertThat(DerivedKey.of(RECORD, "4711", "token-9876543210")).isNotEqualTo(key);
        assertThat(DerivedKey.of(new RecordId("cd".repeat(32)), "4711", TOKEN)).isNotEqualTo(key);
    }

    @Test
    void keyIsNeverTooLong() {
        String longest = "k".repeat(255);
        String emoji = "k".repeat(237) + "\uD83D\uDE00" + "k".repeat(16);

        assertThat(DerivedKey.of(RECORD, longest, TOKEN)).hasSize(255).startsWith("k".repeat(238) + "~");
        assertThat(DerivedKey.of(RECORD, emoji, TOKEN)).startsWith("k".repeat(237) + "~");
    }
}

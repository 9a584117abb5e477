package dev.idem.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedKeyTest {

    private static final RecordId RECORD = new RecordId("ab".repeat(32));
    private static final String EDIT = "[{\"id\":1,\"amount\":2}]";

    @Test
    void sameEditHasTheSameKey() {
        String key = DerivedKey.of(RECORD, "4711", EDIT);

        assertThat(key).matches("4711~[0-9a-f]{16}");
        assertThat(DerivedKey.of(RECORD, "4711", " [ { \"amount\" : 2, \"id\":1 } ]\n"))
                .isEqualTo(key);
    }

    @Test
    void anotherEditOrCallHasAnotherKey() {
        String key = DerivedKey.of(RECORD, "4711", EDIT);

        assertThat(DerivedKey.of(RECORD, "4711", "[{\"id\":1,\"amount\":3}]")).isNotEqualTo(key);
        assertThat(DerivedKey.of(RECORD, "4711", "[{\"id\":\"1\",\"amount\":2}]"))
                .isNotEqualTo(key);
        assertThat(DerivedKey.of(RECORD, "4711", "[[2],1]")).isNotEqualTo(DerivedKey.of(RECORD, "4711", "[2,[1]]"));
        assertThat(DerivedKey.of(new RecordId("cd".repeat(32)), "4711", EDIT)).isNotEqualTo(key);
    }

    @Test
    void keyIsNeverTooLong() {
        String longest = "k".repeat(255);
        String emoji = "k".repeat(237) + "\uD83D\uDE00" + "k".repeat(16);

        assertThat(DerivedKey.of(RECORD, longest, EDIT)).hasSize(255).startsWith("k".repeat(238) + "~");
        assertThat(DerivedKey.of(RECORD, emoji, EDIT)).startsWith("k".repeat(237) + "~");
        assertThat(DerivedKey.of(RECORD, "4711", "no JSON")).startsWith("4711~");
    }
}

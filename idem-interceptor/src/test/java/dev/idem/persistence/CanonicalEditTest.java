package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
import dev.idem.inspect.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalEditTest {

    private static final RecordId RECORD = new RecordId("ab".repeat(32));

    @ParameterizedTest
    @ValueSource(
            strings = {
                " [ { \"amount\" : 10, \"id\":0 } ]\n",
                "[{\"id\":0,\"amount\":10.0}]",
                "[{\"id\":0.00,\"amount\":1e1}]"
            })
    void sameEditIsWrittenInManyWays(String json) {
        assertThat(digest(json)).isEqualTo(digest("[{\"id\":0,\"amount\":10}]"));
    }

    @Test
    void anotherEditOrCallIsAnother() {
        Digest edit = digest("[{\"id\":0,\"amount\":10}]");

        assertThat(digest("[{\"id\":0,\"amount\":10.01}]")).isNotEqualTo(edit);
        assertThat(digest("[{\"id\":\"0\",\"amount\":10}]")).isNotEqualTo(edit);
        assertThat(digest("[[2],1]")).isNotEqualTo(digest("[2,[1]]"));
        assertThat(digest("no JSON")).isNotEqualTo(digest("nor this"));
        assertThat(CanonicalEdit.digest(new RecordId("cd".repeat(32)), "[{\"id\":0,\"amount\":10}]"))
                .isNotEqualTo(edit);
    }

    private static Digest digest(String json) {
        return CanonicalEdit.digest(RECORD, json);
    }
}

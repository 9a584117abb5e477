package dev.idem.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.admin.web.Told;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"k-1", "\"k-1\""})
    void keyIsQuotedOrBare(String sent) {
        Headers headers = new Headers();
        headers.key = sent;

        assertThat(headers.key()).isEqualTo("k-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"\"", "a b", "ä", "a\"b"})
    void whatIsNoKeyIsTold(String sent) {
        Headers headers = new Headers();
        headers.key = sent;

        assertThatThrownBy(headers::key).isInstanceOf(Told.class).hasMessageContaining("Idempotency-Key");
    }

    @Test
    void versionIsInTheHeaderOrInTheField() {
        RecordHeaders headers = new RecordHeaders();
        assertThat(headers.version(Optional.of(3))).isEqualTo(3);
        assertThatThrownBy(() -> headers.version(Optional.empty()))
                .isInstanceOf(Told.class)
                .hasMessageContaining("version");

        headers.ifMatch = "\"7\"";
        assertThat(headers.version(Optional.of(3))).isEqualTo(7);
        headers.ifMatch = "*";
        assertThatThrownBy(() -> headers.version(Optional.of(3))).isInstanceOf(Told.class);
    }
}

package dev.idem.demo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginFilterTest {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost", "[::1]");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost:8080", "LocalHost", "[::1]:8080", "[::1]"})
    void thisMachineIsAHostAtEveryPort(String host) {
        assertThat(OriginFilter.isAmong(HOSTS, host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ":8080", "evil.example", "evil.example:8080", "localhost.evil.example", "[::1"})
    void otherNamesAreNone(String host) {
        assertThat(OriginFilter.isAmong(HOSTS, host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:8080", "http://127.0.0.1:8080"})
    void pageOfTheSameHostIsOwn(String origin) {
        assertThat(OriginFilter.isOwn("same-origin", origin, "127.0.0.1:8080")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://evil.example", "http://127.0.0.1:8081", "http://127.0.0.1:8080:1"})
    void otherOriginIsNot(String origin) {
        assertThat(OriginFilter.isOwn(null, origin, "127.0.0.1:8080")).isFalse();
    }
}

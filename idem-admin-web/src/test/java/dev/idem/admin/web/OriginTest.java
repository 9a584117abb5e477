package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final String HOST = "ops.example.com:8443";

    @Test
    @DisplayName("console check 11: only what comes from the console's own pages passes")
    void onlyOwnPagesPass() {
        assertThat(own(Map.of())).as("an old browser says nothing").isTrue();
        assertThat(own(Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://" + HOST)))
                .isTrue();
        assertThat(own(Map.of("Sec-Fetch-Site", "none"))).isTrue();
        assertThat(own(Map.of("Origin", "http://OPS.example.com:8443")))
                .as("a proxy ends TLS")
                .isTrue();

        assertThat(own(Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
        assertThat(own(Map.of("Sec-Fetch-Site", "same-site"))).isFalse();
        assertThat(own(Map.of("Origin", "https://ops.example.com")))
                .as("another port")
                .isFalse();
        assertThat(own(Map.of("Origin", "https://evil.example"))).isFalse();
        assertThat(own(Map.of("Origin", "null"))).isFalse();
        assertThat(own(Map.of("Origin", "not an origin"))).isFalse();
    }

    @Test
    void namedOriginsPassToo() {
        Origin origin = new Origin(Set.of("https://console.example.org"));

        assertThat(origin.own(request(Map.of("Origin", "https://console.example.org"))))
                .isTrue();
        assertThat(origin.own(request(Map.of("Origin", "http://console.example.org"))))
                .isFalse();
    }

    private static boolean own(Map<String, String> headers) {
        return new Origin(Set.of()).own(request(headers));
    }

    /** Of a request only the headers count. */
    private static HttpServletRequest request(Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OriginTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> {
                    String name = Objects.requireNonNull(args)[0].toString();
                    return name.equals("Host") ? HOST : headers.get(name);
                });
    }
}

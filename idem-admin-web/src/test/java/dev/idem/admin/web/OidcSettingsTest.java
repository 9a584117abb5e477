package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.Role;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "issuer", "https://login.example.com/realms/ops",
            "client-id", "idem-console",
            "client-secret", "s3cret",
            "groups.operator", "on-call, night-shift",
            "groups.admin", "platform");

    @Test
    void withoutAnIssuerThereIsNoProvider() {
        assertThat(settings(Map.of())).isEmpty();
        assertThat(settings(Map.of("client-id", "idem-console"))).isEmpty();
    }

    @Test
    void rolesAreThoseOfGroupsThatAreNamed() {
        OidcSettings settings = settings(GOOD).orElseThrow();

        assertThat(settings.label()).isEqualTo("login.example.com");
        assertThat(settings.roles(List.of("night-shift", "everybody"))).containsExactly(Role.OPERATOR);
        assertThat(settings.roles(List.of("platform", "on-call"))).containsExactlyInAnyOrder(Role.ADMIN, Role.OPERATOR);
        assertThat(settings.roles(List.of("admin", "ADMIN", "everybody"))).isEmpty();
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://login.example.com, idem.admin.oidc.issuer must be an address with https",
        "issuer, not an address, idem.admin.oidc.issuer must be an address with https",
        "client-id, '', idem.admin.oidc.client-id must be",
        "callback, javascript:x, idem.admin.oidc.callback must be an address with https"
    })
    void whatCannotBeUsedIsNamed(String name, String value, String message) {
        Map<String, String> given = new HashMap<>(GOOD);
        given.put(name, value);

        assertThatThrownBy(() -> settings(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("IDEM-0704 ")
                .hasMessageContaining(message);
    }

    @Test
    void aProviderWhoseGroupsAreNobodysIsAMistake() {
        Map<String, String> given = new HashMap<>(GOOD);
        given.keySet().removeIf(name -> name.startsWith("groups."));

        assertThatThrownBy(() -> settings(given)).hasMessageContaining("idem.admin.oidc.groups.admin");
        given.put("groups.viewer", "everybody");
        given.put("issuer", "http://127.0.0.1:8080/default");
        assertThat(settings(given)).isPresent();
    }

    private static Optional<OidcSettings> settings(Map<String, String> given) {
        return OidcSettings.of((Config) Proxy.newProxyInstance(
                OidcSettingsTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(
                        given.get(String.valueOf(arguments[0]).substring("idem.admin.oidc.".length())))));
    }
}

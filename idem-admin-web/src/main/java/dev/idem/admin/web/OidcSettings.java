package dev.idem.admin.web;

import dev.idem.inspect.Role;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * How the console logs people in by an identity provider (OpenID Connect Core 1.0).
 *
 * @param issuer the provider's address, under which its configuration is found
 * @param clientId what the console is called there
 * @param clientSecret the console's secret there; empty for a client without one
 * @param label what the login page calls the provider
 * @param scopes what is asked for
 * @param nameClaim which claim of the ID token is the user's name
 * @param rolesClaim which claim has their groups, with dots for what lies in another one
 * @param groups for each role, the groups that have it
 * @param callback where the provider sends the browser back to; empty for the address that the browser used
 */
public record OidcSettings(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        String label,
        String scopes,
        String nameClaim,
        String rolesClaim,
        Map<Role, Set<String>> groups,
        Optional<URI> callback) {

    private static final String ISSUER = "idem.admin.oidc.issuer";
    private static final String CLIENT_ID = "idem.admin.oidc.client-id";
    private static final String CALLBACK = "idem.admin.oidc.callback";
    private static final String GROUPS = "idem.admin.oidc.groups.";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Reads the settings.
     *
     * @return empty if there is no provider
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static Optional<OidcSettings> of(Config config) {
        return text(config, ISSUER).map(issuer -> {
            URI address = address(ISSUER, issuer);
            return new OidcSettings(
                    issuer,
                    text(config, CLIENT_ID).orElseThrow(() -> wrong(CLIENT_ID, "what the console is called there", "")),
                    text(config, "idem.admin.oidc.client-secret"),
                    text(config, "idem.admin.oidc.label").orElse(address.getHost()),
                    text(config, "idem.admin.oidc.scopes").orElse("openid profile"),
                    text(config, "idem.admin.oidc.name-claim").orElse("preferred_username"),
                    text(config, "idem.admin.oidc.roles-claim").orElse("groups"),
                    groups(config),
                    text(config, CALLBACK).map(uri -> address(CALLBACK, uri)));
        });
    }

    private static Map<Role, Set<String>> groups(Config config) {
        Map<Role, Set<String>> groups = Arrays.stream(Role.values())
                .collect(Collectors.toMap(
                        role -> role,
                        role -> names(text(config, GROUPS + word(role)).orElse(""))));
        if (groups.values().stream().allMatch(Set::isEmpty)) {
            throw wrong(GROUPS + "admin", "a group of the provider, for this role or for another one", "");
        }
        return groups;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles of somebody who is in these groups; none for who is in no group that was named. */
    public Set<Role> roles(Collection<String> of) {
        return groups.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(of::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    /** Nobody may listen: what comes from there decides who is an administrator. */
    private static URI address(String name, String text) {
        try {
            URI address = URI.create(text);
            boolean near = "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
            if (address.getHost() != null && ("https".equals(address.getScheme()) || near)) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw wrong(name, "an address with https", text);
    }

    private static IllegalArgumentException wrong(String name, String expected, String text) {
        return new IllegalArgumentException(
                "IDEM-0704 " + name + " must be " + expected + (text.isEmpty() ? "" : ", was " + text));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}

package dev.idem.admin.web;

import dev.idem.inspect.LoginPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings {@code idem.admin.*}, read from MicroProfile Config at each use. */
@ApplicationScoped
public class ConsoleSettings {

    private static final String MAX_FAILED_LOGINS = "idem.admin.max-failed-logins";
    private static final String LOCK = "idem.admin.lock";
    private static final String SESSION = "idem.admin.session-timeout";
    private static final String ORIGINS = "idem.admin.origins";
    private static final String PASSWORDS = "idem.admin.passwords";
    private static final String ENVIRONMENT = "idem.admin.environment";

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** Created by the container. */
    public ConsoleSettings() {}

    /** When failed logins lock a user. */
    public LoginPolicy loginPolicy() {
        Config config = ConfigProvider.getConfig();
        return new LoginPolicy(
                config.getOptionalValue(MAX_FAILED_LOGINS, Integer.class).orElse(LoginPolicy.DEFAULT.maxFailures()),
                config.getOptionalValue(LOCK, Duration.class).orElse(LoginPolicy.DEFAULT.lock()));
    }

    /** After how many idle seconds a session ends. */
    public int sessionSeconds() {
        Duration idle = ConfigProvider.getConfig()
                .getOptionalValue(SESSION, Duration.class)
                .orElse(HALF_AN_HOUR);
        return Math.toIntExact(Math.max(1, idle.toSeconds()));
    }

    /**
     * How people log in by an identity provider; empty if there is none.
     *
     * @throws IllegalArgumentException if a setting of it cannot be used
     */
    public Optional<OidcSettings> oidc() {
        return OidcSettings.of(ConfigProvider.getConfig());
    }

    /** Whether people log in by name and password. */
    public boolean passwords() {
        return ConfigProvider.getConfig()
                .getOptionalValue(PASSWORDS, Boolean.class)
                .orElse(true);
    }

    /**
     * Checks what would otherwise be told at the first login only.
     *
     * @throws IllegalArgumentException if nobody could log in; the message says why
     */
    void check() {
        if (oidc().isEmpty() && !passwords()) {
            throw new IllegalArgumentException("IDEM-0704 " + PASSWORDS
                    + " is false, and there is no idem.admin.oidc.issuer: nobody could log in");
        }
    }

    /** Origins that forms may come from beside the console's own. */
    Set<String> origins() {
        return ConfigProvider.getConfig()
                .getOptionalValue(ORIGINS, String.class)
                .map(text -> Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /** What the badge in the header says; "" for no badge. */
    String environment() {
        return ConfigProvider.getConfig()
                .getOptionalValue(ENVIRONMENT, String.class)
                .orElse("");
    }
}

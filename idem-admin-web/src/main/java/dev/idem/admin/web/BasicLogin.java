package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Name and password of a script, by HTTP Basic (RFC 7617). A password that was right is taken for right for five minutes
 * without being hashed again, and without another login in the audit trail; the user is read anew each time, so that one who
 * was disabled or got other roles or another password is out at once.
 */
@ApplicationScoped
class BasicLogin {

    private static final String SCHEME = "basic ";

    @Inject
    AdminUsers users;

    @Inject
    LoginThrottle throttle;

    @Inject
    ConsoleSettings settings;

    private final ProvenPasswords proven = new ProvenPasswords(Duration.ofMinutes(5), System::nanoTime);

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    BasicLogin() {}

    /** Whether the address may try. */
    boolean allows(String address) {
        return throttle.allows(address);
    }

    /**
     * Who it is.
     *
     * @param header the {@code Authorization} header
     * @return empty if it is nobody
     */
    Optional<AdminUser> user(String header, String address) {
        Optional<AdminUser> user = Credentials.of(header)
                .filter(given -> settings.passwords())
                .flatMap(given -> remembered(given)
                        .or(() -> users.login(
                                given.name(), given.password(), Optional.of(address), settings.loginPolicy()))
                        .map(found -> proven(given, found)));
        if (user.isEmpty()) {
            throttle.failed(address);
        }
        return user;
    }

    private Optional<AdminUser> remembered(Credentials given) {
        return proven.version(given.name(), given.password())
                .flatMap(version -> users.find(given.name()).filter(found -> found.version() == version));
    }

    private AdminUser proven(Credentials given, AdminUser user) {
        proven.remember(given.name(), given.password(), user.version());
        return user;
    }

    /** What the header says. */
    private record Credentials(String name, String password) {

        static Optional<Credentials> of(String header) {
            if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
                return Optional.empty();
            }
            try {
                byte[] bytes = Base64.getDecoder()
                        .decode(header.substring(SCHEME.length()).strip());
                String text = new String(bytes, StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}

package dev.idem.admin.settings;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * A setting in force.
 *
 * @param name its name in MicroProfile Config
 * @param meaning what it is
 * @param value what is in force
 * @param source where it was set, "" where it was not
 */
public record SettingRow(String name, String meaning, String value, String source) {

    private static final String SECRET = "set, and not shown";

    /** All of this console, in their order. */
    public static List<SettingRow> all() {
        return Arrays.stream(Setting.values()).map(SettingRow::of).toList();
    }

    private static SettingRow of(Setting setting) {
        ConfigValue found = ConfigProvider.getConfig().getConfigValue(setting.key);
        String value = found.getValue();
        if (value == null || value.isEmpty()) {
            return new SettingRow(setting.key, setting.meaning, setting.byDefault, "");
        }
        return new SettingRow(
                setting.key, setting.meaning, setting.secret ? SECRET : value, String.valueOf(found.getSourceName()));
    }

    private enum Setting {
        ENVIRONMENT("idem.admin.environment", "what the badge in the header says", "no badge"),
        SESSION("idem.admin.session-timeout", "how long a session may be idle", "PT30M"),
        PASSWORDS("idem.admin.passwords", "whether people log in by name and password", "true"),
        ISSUER("idem.admin.oidc.issuer", "the identity provider that people log in by", "none"),
        CLIENT("idem.admin.oidc.client-id", "what the console is called there", "none"),
        CLIENT_SECRET("idem.admin.oidc.client-secret", "the console's secret there", "none", true),
        ROLES("idem.admin.oidc.roles-claim", "which claim has a user's groups", "groups"),
        FAILURES("idem.admin.max-failed-logins", "how many failed logins in a row lock a user", "5"),
        LOCK("idem.admin.lock", "for how long", "PT15M"),
        ORIGINS("idem.admin.origins", "origins that forms may come from beside its own", "none"),
        ALERT_URL("idem.admin.alert.url", "the webhook that alerts are sent to", "none", true),
        ALERT_MAIL("idem.admin.alert.mail", "whom they are mailed to instead", "none", true),
        ALERT_SESSION("idem.admin.alert.mail-session", "the server's mail session for that", "mail/idem"),
        ALERT_SECRET("idem.admin.alert.secret", "what they are signed with", "none", true),
        ALERT_LINK("idem.admin.alert.link", "the address of this console in them", "none"),
        ALERT_INTERVAL("idem.admin.alert.interval", "how often it is looked for them", "PT1M"),
        DATA_SOURCE("idem.datasource", "the data source everything is kept in", "java:app/jdbc/idem"),
        KEY("idem.cipher.key", "the key that payloads are encrypted with", "none: payloads are not encrypted", true),
        OLD_KEYS("idem.cipher.old-keys", "keys they were encrypted with before", "none", true);

        private final String key;
        private final String meaning;
        private final String byDefault;
        private final boolean secret;

        Setting(String key, String meaning, String byDefault) {
            this(key, meaning, byDefault, false);
        }

        Setting(String key, String meaning, String byDefault, boolean secret) {
            this.key = key;
            this.meaning = meaning;
            this.byDefault = byDefault;
            this.secret = secret;
        }
    }
}

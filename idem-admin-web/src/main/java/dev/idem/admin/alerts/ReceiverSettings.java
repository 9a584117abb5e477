package dev.idem.admin.alerts;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads who is told: a webhook, or people by mail. */
final class ReceiverSettings {

    static final String URL = "idem.admin.alert.url";
    static final String MAIL = "idem.admin.alert.mail";
    static final String MAIL_SESSION = "idem.admin.alert.mail-session";
    private static final String SECRET = "idem.admin.alert.secret";
    private static final String ENVIRONMENT = "idem.admin.environment";

    private ReceiverSettings() {}

    /**
     * Reads the settings.
     *
     * @return empty if nobody is told of anything
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static Optional<AlertReceiver> of(Config config) {
        Optional<SigningSecret> secret = AlertSettings.text(config, SECRET).map(ReceiverSettings::secret);
        Optional<AlertReceiver> webhook =
                AlertSettings.text(config, URL).map(url -> new Webhook(AlertSettings.address(URL, url), secret));
        Optional<AlertReceiver> mail = AlertSettings.text(config, MAIL).map(to -> mail(config, to));
        if (webhook.isPresent() && mail.isPresent()) {
            throw AlertSettings.wrong(MAIL, "left out if " + URL + " is set: alerts have one receiver");
        }
        return webhook.or(() -> mail);
    }

    private static Mail mail(Config config, String to) {
        return new Mail(
                addresses(to),
                AlertSettings.text(config, MAIL_SESSION).orElse("mail/idem"),
                AlertSettings.text(config, ENVIRONMENT).orElse(""));
    }

    private static List<InternetAddress> addresses(String text) {
        try {
            List<InternetAddress> addresses = List.of(InternetAddress.parse(text));
            for (InternetAddress address : addresses) {
                address.validate();
            }
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (AddressException notAnAddress) {
            // said below
        }
        throw AlertSettings.wrong(MAIL, "mail addresses, with commas between them");
    }

    private static SigningSecret secret(String text) {
        try {
            return new SigningSecret(Base64.getDecoder().decode(text.replaceFirst("^whsec_", "")));
        } catch (IllegalArgumentException wrong) {
            throw AlertSettings.wrong(SECRET, "the Base64 form of 24 to 64 bytes, with or without whsec_ before it");
        }
    }
}

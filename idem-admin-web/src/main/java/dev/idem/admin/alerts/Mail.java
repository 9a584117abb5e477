package dev.idem.admin.alerts;

import dev.idem.inspect.Alert;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends messages as mail, by a mail session of the server, which knows the mail server and the sender's address.
 *
 * @param to whom
 * @param session the session's JNDI name
 * @param environment which environment it is, "" if that is not said
 */
record Mail(List<InternetAddress> to, String session, String environment) implements AlertReceiver {

    private static final String LONGEST_MILLISECONDS = "5000";

    Mail {
        to = List.copyOf(to);
    }

    @Override
    public String name() {
        return InternetAddress.toString(to.toArray(InternetAddress[]::new));
    }

    @Override
    public Protection protection() {
        return Protection.BY_THE_MAIL_SERVER;
    }

    @Override
    public void check() {
        try {
            patient();
        } catch (NamingException missing) {
            throw AlertSettings.wrong(
                    ReceiverSettings.MAIL_SESSION,
                    "the JNDI name of a mail session of the server; there is none named " + session
                            + ": make it by asadmin create-javamail-resource");
        }
    }

    @Override
    public Optional<String> send(String messageId, AlertMessage message) {
        try {
            Transport.send(mail(messageId, message));
            return Optional.empty();
        } catch (NamingException missing) {
            return Optional.of("there is no mail session " + session);
        } catch (MessagingException refused) {
            return Optional.of(
                    "the mail server did not take it: " + refused.getClass().getSimpleName());
        }
    }

    private MimeMessage mail(String messageId, AlertMessage message) throws NamingException, MessagingException {
        MimeMessage mail = new Named(patient(), messageId);
        mail.setFrom();
        mail.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
        mail.setSubject("Idem" + (environment.isEmpty() ? "" : " " + environment) + ": " + message.text(), "UTF-8");
        mail.setSentDate(Date.from(message.time()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(text(message), StandardCharsets.UTF_8.name());
        return mail;
    }

    private static String text(AlertMessage message) {
        List<String> lines = new ArrayList<>(List.of(message.text(), ""));
        message.alert().stream().flatMap(Mail::whose).forEach(lines::add);
        lines.add("Time: " + message.time());
        if (!message.link().isEmpty()) {
            lines.add("Look at: " + message.link());
        }
        return String.join("\n", lines) + "\n";
    }

    private static Stream<String> whose(Alert alert) {
        return Stream.concat(
                alert.operation().stream().map(name -> "Operation: " + name),
                alert.application().stream().map(name -> "Application: " + name));
    }

    /** The server's session, which waits as long as it is told to, and not for ever if it is not. */
    private Session patient() throws NamingException {
        Session found = found();
        Properties properties = found.getProperties();
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.putIfAbsent(protocol + wait, LONGEST_MILLISECONDS);
            }
        }
        return found;
    }

    /** The name is that of a setting, never of a request. */
    @SuppressWarnings("BanJNDI")
    private Session found() throws NamingException {
        if (InitialContext.doLookup(session) instanceof Session found) {
            return found;
        }
        throw new NamingException(session + " is no mail session");
    }

    /** Has the same {@code Message-ID} at each attempt, so that who gets it twice can tell. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + "@idem>");
        }
    }
}

package dev.idem.admin.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server on 127.0.0.1 that keeps what it got; it knows one user, who may send. */
public final class Mailbox implements AutoCloseable {

    private static final String USER = "idem";
    private static final String PASSWORD = "secret";

    private final GreenMail server =
            new GreenMail(ServerSetup.SMTP.createCopy("127.0.0.1").dynamicPort());

    private Mailbox() {}

    public static Mailbox start() {
        Mailbox mailbox = new Mailbox();
        mailbox.server.setUser(USER, PASSWORD);
        mailbox.server.start();
        return mailbox;
    }

    /** Makes an application server send mail to this one. */
    public String command(String sender, String session) {
        return "create-javamail-resource --mailhost 127.0.0.1 --mailuser " + USER + " --auth=true --password "
                + PASSWORD + " --fromaddress " + sender + " --property mail.smtp.port="
                + server.getSmtp().getPort() + " " + session;
    }

    /** What it got, the first first. */
    public List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(Mail::of).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** A mail. */
    public record Mail(String id, String from, String to, String subject, String text) {

        private static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getMessageID(),
                        message.getHeader("From", ","),
                        message.getHeader("To", ","),
                        message.getSubject(),
                        GreenMailUtil.getBody(message).replace("\r\n", "\n"));
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}

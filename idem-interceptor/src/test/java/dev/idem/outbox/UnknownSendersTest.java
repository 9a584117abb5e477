package dev.idem.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OutboxMessage;
import dev.idem.engine.OutboxStore.NewMessage;
import dev.idem.testing.Logged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnknownSendersTest {

    private final ModelOutbox outbox = new ModelOutbox();
    private final UnknownSenders senders = new UnknownSenders(outbox, new Committed(outbox), "shop", List.of("known"));

    @Test
    @DisplayName("scenario 119: messages of a sender that vanished are told once, when they have waited for long")
    void vanishedSenderIsToldOnce() {
        try (Logged log = Logged.of(UnknownSenders.class)) {
            add("vanished");
            add("known");
            senders.look();
            assertThat(log.at(Level.WARNING)).as("due just now").isEmpty();

            outbox.pass(Duration.ofMinutes(6));
            senders.look();
            senders.look();

            assertThat(log.at(Level.WARNING))
                    .singleElement()
                    .asString()
                    .startsWith("IDEM-0603 1 message(s)")
                    .contains("for a sender vanished that no node has");
        }
    }

    @Test
    void storeThatIsDownIsLookedAtNextTime() {
        try (Logged log = Logged.of(UnknownSenders.class)) {
            add("vanished");
            outbox.pass(Duration.ofMinutes(6));
            outbox.isDown();
            senders.look();
            assertThat(log.at(Level.WARNING)).isEmpty();

            outbox.isUp();
            senders.look();
            assertThat(log.at(Level.WARNING)).hasSize(1);
        }
    }

    private void add(String sender) {
        OutboxMessage message = OutboxMessage.text("queue", "text").withSender(sender);
        outbox.add(new NewMessage(sender + outbox.states().size(), "shop", Optional.empty(), sender, message));
    }
}

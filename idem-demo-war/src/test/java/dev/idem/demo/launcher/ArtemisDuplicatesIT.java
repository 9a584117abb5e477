package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;

/** Duplicates on Artemis. */
@ExtendWith(OneDemo.class)
class ArtemisDuplicatesIT extends DuplicatesContract {

    ArtemisDuplicatesIT(DemoSystem system) {
        super(system);
    }

    @Override
    void assertSaysOfSentAgain(Provoked provoked) {
        assertThat(provoked.messageIds()).as("the broker's ids do not tell").doesNotHaveDuplicates();
        assertThat(provoked.hints()).as("nor does its flag").containsOnly("JMSRedelivered = false");
    }

    @Override
    void assertSaysOfDeadConsumer(Provoked provoked) {
        assertThat(provoked.messageIds().stream().distinct()).hasSize(1);
        assertThat(provoked.hints()).startsWith("JMSRedelivered = false").endsWith("JMSRedelivered = true");
    }
}

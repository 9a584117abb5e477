package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.broker.BrokerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Duplicates on Kafka: only with {@code -Pall-brokers}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaDuplicates extends DuplicatesContract {

    KafkaDuplicates() {
        super(TestSystems.startWithoutConsole(TestSystems.options(BrokerKind.KAFKA, DemoOptions.ANY_PORT, "kafka")));
    }

    @AfterAll
    void stop() {
        system.close();
        Leftovers.assertNone(system.options());
    }

    @Override
    void assertSaysOfSentAgain(Provoked provoked) {
        assertThat(provoked.messageIds()).as("two records").doesNotHaveDuplicates();
    }

    @Override
    void assertSaysOfDeadConsumer(Provoked provoked) {
        assertThat(provoked.messageIds().stream().distinct())
                .as("one record, read twice")
                .hasSize(1);
    }
}

package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.broker.BrokerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Duplicates on RocketMQ. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RocketMqDuplicatesIT extends DuplicatesContract {

    RocketMqDuplicatesIT() {
        super(TestSystems.startWithoutConsole(
                TestSystems.options(BrokerKind.ROCKETMQ, DemoOptions.ANY_PORT, "rocketmq")));
    }

    @AfterAll
    void stop() {
        system.close();
        Leftovers.assertNone(system.options());
    }

    @Override
    void assertSaysOfSentAgain(Provoked provoked) {
        assertThat(provoked.hints()).as("nobody redelivered anything").containsOnly("reconsumeTimes = 0");
    }

    @Override
    void assertSaysOfDeadConsumer(Provoked provoked) {
        assertThat(provoked.messageIds().stream().distinct()).hasSize(1);
        assertThat(provoked.hints()).as("nor does it count this").containsOnly("reconsumeTimes = 0");
    }
}

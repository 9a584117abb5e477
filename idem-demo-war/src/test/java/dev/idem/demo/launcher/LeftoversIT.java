package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.demo.broker.BrokerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A demo that cannot start ends without a process, port or temporary folder, too. */
class LeftoversIT {

    @Test
    void brokerWithoutItsPortLeavesNothing() throws IOException {
        DemoOptions options;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            options = TestSystems.options(BrokerKind.ROCKETMQ, taken.getLocalPort(), "no-port");
            try (DemoSystem system = new DemoSystem(options)) {
                system.startDatabase();

                assertThatThrownBy(system::startBroker)
                        .isInstanceOf(DemoFailed.class)
                        .hasMessageContaining("The broker ended during its start")
                        .hasMessageContaining("broker-1.log");
            }
        }
        Leftovers.assertNone(options);
    }

    @Test
    void deploymentThatFailsLeavesNothing() {
        DemoOptions options = TestSystems.options(BrokerKind.ROCKETMQ, DemoOptions.ANY_PORT, "no-desk");
        try (DemoSystem system = DemoSystem.withoutConsole(
                options, Map.of("demo.db.url", "jdbc:h2:file:/dev/null/no-such-folder/idem"))) {
            system.startDatabase();
            system.startBroker();
            assertThat(Leftovers.processes(options.work())).as("a broker").isNotEmpty();

            assertThatThrownBy(system::startNode).isInstanceOf(DemoFailed.class);
        }
        Leftovers.assertNone(options);
    }

    @Test
    void nodeOfABrokerThatIsGoneIsNotLeft() {
        DemoOptions options = TestSystems.options(DatabaseKind.H2, "no-broker");
        try (DemoSystem system = new DemoSystem(options)) {
            system.startDatabase();
            system.startBroker();
            system.broker().kill();

            assertThatThrownBy(system::startNode)
                    .isInstanceOf(DemoFailed.class)
                    .hasMessageContaining("The broker has ended");
            assertThat(Leftovers.processes(options.work())).as("a node").isNotEmpty();
        }
        Leftovers.assertNone(options);
    }
}

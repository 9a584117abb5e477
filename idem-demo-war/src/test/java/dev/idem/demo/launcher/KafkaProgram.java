package dev.idem.demo.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kafka: one node that is broker and controller. */
final class KafkaProgram {

    private KafkaProgram() {}

    /**
     * How it is run.
     *
     * @param module where Maven has built it
     * @param port the broker's port
     */
    static BrokerProgram in(Path module, int port) {
        return new BrokerProgram(
                module,
                "dev.idem.demo.kafka.KafkaNode",
                List.of("-Xmx192m"),
                List.of(
                        Integer.toString(port),
                        Integer.toString(Ports.free()),
                        Purchase.MESSAGES,
                        Purchase.MESSAGES + ".dead"),
                Map.of("demo.broker.address", "127.0.0.1:" + port, "idem.outbox.sender", "broker"));
    }
}

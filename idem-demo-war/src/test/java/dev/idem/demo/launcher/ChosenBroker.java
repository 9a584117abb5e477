package dev.idem.demo.launcher;

import dev.idem.demo.broker.BrokerKind;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The broker that the options ask for.
 *
 * @param options how the demo shall run
 */
record ChosenBroker(DemoOptions options) {

    DemoBroker start() {
        int port = options.brokerPort() == DemoOptions.ANY_PORT ? Ports.free() : options.brokerPort();
        return switch (options.broker()) {
            case ARTEMIS -> ArtemisInItsProcess.start(options, folder(), port);
            case ROCKETMQ -> BrokerInItsProcess.start(RocketMqProgram.in(module(), folder(), port), folder(), port);
            case KAFKA -> BrokerInItsProcess.start(KafkaProgram.in(module(), port), folder(), port);
        };
    }

    /** What Maven must have built for it, besides the WAR. */
    Stream<Path> files() {
        return options.broker() == BrokerKind.ARTEMIS
                ? Stream.empty()
                : Stream.of(module().resolve(Path.of("target", "broker")));
    }

    private Path module() {
        return options.target().resolveSibling(options.broker().lowerCaseName());
    }

    /** Its logs stay there. */
    private Path folder() {
        return options.work().resolve("broker");
    }
}

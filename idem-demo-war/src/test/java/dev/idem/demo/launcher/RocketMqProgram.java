package dev.idem.demo.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** RocketMQ: a name server, which clients know, and a broker, to which it sends them. */
final class RocketMqProgram {

    private static final String TOPIC = Purchase.MESSAGES.replace('.', '-');

    private RocketMqProgram() {}

    /**
     * How it is run.
     *
     * @param module where Maven has built it
     * @param folder its files and logs
     * @param port the name server's port
     */
    static BrokerProgram in(Path module, Path folder, int port) {
        return new BrokerProgram(
                module,
                "dev.idem.demo.rocketmq.RocketMqServer",
                List.of("-Xmx96m", "-XX:MaxDirectMemorySize=48m", "-Dtls.server.mode=disabled"),
                List.of(Integer.toString(port), Integer.toString(Ports.freeWithTheOneTwoBelow()), TOPIC),
                Map.of(
                        "demo.broker.address",
                        "127.0.0.1:" + port,
                        "idem.outbox.sender",
                        "broker",
                        "rocketmq.client.rebalance.waitInterval",
                        "1000",
                        "rocketmq.log.root",
                        folder.resolve("client-logs").toString()));
    }
}

package dev.idem.demo.kafka;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The program inside the broker's process: one node, broker and controller, on 127.0.0.1. It ends with the one that started
 * it, even if that was killed, and ends the processes that it was told of on standard input, number and start of one in a line.
 */
final class KafkaNode {

    private static final int NODE = 1;
    private static final int PARTITIONS = 4;
    private static final short COPIES = 1;

    private KafkaNode() {}

    /**
     * Runs a node until standard input ends.
     *
     * @param arguments the folder of its files, the broker's port, the controller's port, and the topics to make
     */
    public static void main(String... arguments) {
        int status = 1;
        try {
            run(arguments);
            status = 0;
        } catch (Exception failure) {
            System.getLogger("broker").log(System.Logger.Level.ERROR, "The broker cannot run", failure);
        } finally {
            // a broker that failed in the middle of its start has threads that do not end
            Runtime.getRuntime().halt(status);
        }
    }

    @SuppressWarnings("SystemOut") // the starter waits for the word on standard output
    private static void run(String... arguments) throws Exception {
        String folder = arguments[0];
        String broker = "127.0.0.1:" + arguments[1];
        format(folder);
        KafkaConfig config = KafkaConfig.fromProps(settings(folder, broker, "127.0.0.1:" + arguments[2]));
        new KafkaRaftServer(config, Time.SYSTEM).startup();
        make(Arrays.asList(arguments).subList(3, arguments.length), broker);
        System.out.println("The broker is ready");
        List<String> companions = linesUntilTheEndOfInput();
        companions.forEach(KafkaNode::end);
    }

    private static List<String> linesUntilTheEndOfInput() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                .lines()
                .toList();
    }

    /** By then its number may be another one's. */
    private static void end(String companion) {
        String[] told = companion.split(" ");
        ProcessHandle.of(Long.parseLong(told[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> start.toEpochMilli() == Long.parseLong(told[1]))
                        .isPresent())
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Does nothing to a folder that has been formatted. */
    private static void format(String folder) throws Exception {
        new Formatter()
                .setClusterId("idemIdemIdemIdemIdemIQ")
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder)
                .addDirectory(folder)
                .setIgnoreFormatted(true)
                .run();
    }

    private static Properties settings(String folder, String broker, String controller) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "listeners",
                "PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "PLAINTEXT://" + broker,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.quorum.voters",
                NODE + "@" + controller,
                "log.dirs",
                folder));
        settings.putAll(Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.segment.bytes", "4194304"));
        return settings;
    }

    private static void make(List<String> topics, String broker) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
            for (String topic : topics) {
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, COPIES)))
                        .all()
                        .get();
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }
}

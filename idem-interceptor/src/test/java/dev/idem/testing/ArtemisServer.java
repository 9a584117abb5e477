package dev.idem.testing;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The program inside the broker's process. It ends with the one that started it, even if that was killed, and ends the
 * processes that it was told of on standard input, number and start of one in a line.
 */
final class ArtemisServer {

    /** What it prints when clients can connect. */
    static final String READY = "The broker is ready";

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MOST_DELIVERIES = 10;
    private static final int REDELIVERY_MILLIS = 100;
    private static final int LONGEST_START_SECONDS = 60;

    private ArtemisServer() {}

    /**
     * Runs a broker until standard input ends.
     *
     * @param arguments the folder of its files and its port on 127.0.0.1
     */
    @SuppressWarnings("SystemOut") // the starter waits for the word on standard output
    public static void main(String... arguments) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
        broker.start();
        if (!broker.getActiveMQServer().waitForActivation(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The broker did not start within " + LONGEST_START_SECONDS + " s");
        }
        System.out.println(READY);
        List<String> companions = linesUntilTheEndOfInput();
        companions.forEach(ArtemisServer::end);
        Runtime.getRuntime().halt(0);
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

    private static Configuration configuration(Path folder, int port) throws Exception {
        return files(folder)
                .setName("idem")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port + "?protocols=CORE")
                .addQueueConfiguration(QueueConfiguration.of(ArtemisBroker.DEAD_LETTERS)
                        .setAddress(ArtemisBroker.DEAD_LETTERS)
                        .setRoutingType(RoutingType.ANYCAST))
                .addAddressSetting("#", delivery());
    }

    private static Configuration files(Path folder) {
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(MEBIBYTE)
                .setJournalMinFiles(2)
                .setMaxDiskUsage(-1)
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setJournalDirectory(folder.resolve("journal").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString());
    }

    private static AddressSettings delivery() {
        return new AddressSettings()
                .setRedeliveryDelay(REDELIVERY_MILLIS)
                .setMaxDeliveryAttempts(MOST_DELIVERIES)
                .setDeadLetterAddress(SimpleString.of(ArtemisBroker.DEAD_LETTERS))
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }
}

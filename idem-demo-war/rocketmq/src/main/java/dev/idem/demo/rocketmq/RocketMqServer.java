package dev.idem.demo.rocketmq;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.auth.config.AuthConfig;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.NamesrvController;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/**
 * The program inside the broker's process: a name server and one broker, on 127.0.0.1. It ends with the one that started
 * it, even if that was killed, and ends the processes that it was told of on standard input, number and start of one in a line.
 */
final class RocketMqServer {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int QUEUES = 4;

    private RocketMqServer() {}

    /**
     * Runs a broker until standard input ends.
     *
     * @param arguments the folder of its files, the name server's port, the broker's port, and the topic to make
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
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
        int namePort = Integer.parseInt(arguments[1]);
        startNames(namePort);
        BrokerController broker = broker(Path.of(arguments[0]), namePort, Integer.parseInt(arguments[2]));
        if (!broker.initialize()) {
            throw new IllegalStateException("The broker cannot use its files or its port");
        }
        broker.start();
        // copies of one broker would come there, from any address
        broker.getMessageStore().getHaService().shutdown();
        broker.getTopicConfigManager().updateTopicConfig(new TopicConfig(arguments[3], QUEUES, QUEUES));
        broker.registerBrokerAll(true, false, true);
        System.out.println("The broker is ready");
        List<String> companions = linesUntilTheEndOfInput();
        companions.forEach(RocketMqServer::end);
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

    private static void startNames(int port) throws Exception {
        NamesrvController names = new NamesrvController(new NamesrvConfig(), listening(port));
        if (!names.initialize()) {
            throw new IllegalStateException("The name server cannot use its port");
        }
        names.start();
    }

    private static NettyServerConfig listening(int port) {
        NettyServerConfig config = new NettyServerConfig();
        config.setBindAddress(LOOPBACK);
        config.setListenPort(port);
        return config;
    }

    private static BrokerController broker(Path folder, int namePort, int port) {
        BrokerConfig config = new BrokerConfig();
        config.setBrokerName("idem");
        config.setBrokerIP1(LOOPBACK);
        config.setBrokerIP2(LOOPBACK);
        config.setListenPort(port);
        config.setNamesrvAddr(LOOPBACK + ":" + namePort);
        config.setAutoCreateTopicEnable(false);
        return new BrokerController(config, listening(port), new NettyClientConfig(), files(folder), new AuthConfig());
    }

    /** Every wait before a repetition is one second, so that a demo need not wait for minutes. */
    private static MessageStoreConfig files(Path folder) {
        MessageStoreConfig config = new MessageStoreConfig();
        config.setStorePathRootDir(folder.toString());
        config.setStorePathCommitLog(folder.resolve("commitlog").toString());
        config.setMappedFileSizeCommitLog(4 * MEBIBYTE);
        config.setMappedFileSizeConsumeQueue(MEBIBYTE);
        config.setTimerWheelEnable(false);
        config.setHaListenPort(0);
        config.setMessageDelayLevel("1s ".repeat(18).strip());
        return config;
    }
}

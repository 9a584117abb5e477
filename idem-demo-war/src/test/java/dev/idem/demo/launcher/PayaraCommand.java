package dev.idem.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How Payara Micro is started: alone, on 127.0.0.1 only, everything it writes in its own folder.
 *
 * @param payara the Payara Micro jar
 * @param deployments what to deploy
 * @param folder where it may write
 * @param port where it listens
 * @param bootCommands what it is told before it boots
 */
public record PayaraCommand(Path payara, Deployments deployments, Path folder, int port, List<String> bootCommands) {

    private static final String LOOPBACK_ONLY = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1";

    public Process start(Map<String, String> systemProperties, Path log) {
        return start(systemProperties, Map.of(), log);
    }

    /** The same with more in its environment. */
    public Process start(Map<String, String> systemProperties, Map<String, String> environment, Path log) {
        try {
            Folders.fresh(folder);
            Files.createDirectories(temporary());
            Files.writeString(before(), LOOPBACK_ONLY + "\n" + String.join("\n", bootCommands) + "\n");
            Files.write(after(), deployments.commands());
            ProcessBuilder process = new ProcessBuilder(command(systemProperties))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            process.environment().putAll(environment);
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Payara Micro cannot be started", e);
        }
    }

    private List<String> command(Map<String, String> systemProperties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m"));
        command.add("-Djava.io.tmpdir=" + temporary());
        systemProperties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", payara.toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--rootDir", folder.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", before().toString()));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--postbootcommandfile", after().toString()));
        return command;
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private Path before() {
        return folder.resolve("before-boot.txt");
    }

    private Path after() {
        return folder.resolve("after-boot.txt");
    }
}

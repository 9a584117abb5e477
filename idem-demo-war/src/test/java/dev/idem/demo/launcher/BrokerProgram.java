package dev.idem.demo.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that is a broker. It says when clients can connect, ends with its standard input, and takes companions along,
 * whose numbers and starts come there.
 *
 * @param module the Maven module that it was built in
 * @param mainClass what to run
 * @param jvmOptions how
 * @param arguments after the folder of its data
 * @param clientProperties what its clients need to know
 */
record BrokerProgram(
        Path module,
        String mainClass,
        List<String> jvmOptions,
        List<String> arguments,
        Map<String, String> clientProperties) {

    static final String READY = "The broker is ready";

    /** Where its classes and libraries have to be. */
    List<Path> files() {
        return List.of(module.resolve(Path.of("target", "classes")), module.resolve(Path.of("target", "broker")));
    }

    List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        // where some brokers put their logs
        command.add("-Duser.home=" + folder);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.add(folder.resolve("data").toString());
        command.addAll(arguments);
        return command;
    }

    private String classPath() {
        return files().get(0) + File.pathSeparator + files().get(1) + File.separator + "*";
    }
}

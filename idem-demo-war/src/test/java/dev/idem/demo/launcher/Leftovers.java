package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What a demo must not leave behind: processes, ports, and files other than logs. */
public final class Leftovers {

    private static final Duration LONGEST_END = Duration.ofSeconds(40);

    private Leftovers() {}

    static void assertNone(DemoOptions options) {
        Awaitility.await().atMost(LONGEST_END).untilAsserted(() -> assertThat(processes(options.work()))
                .isEmpty());
        Stream.of(options.port(), options.secondPort(), options.brokerPort())
                .filter(port -> port != DemoOptions.ANY_PORT)
                .forEach(port -> assertThatCode(() -> Ports.requireFree(port, "demo.port"))
                        .doesNotThrowAnyException());
        assertThat(Stream.of("files", "broker/data", "broker/tmp").map(options.work()::resolve))
                .noneMatch(folder -> folder.toFile().exists());
    }

    /** Every process of a demo is told of its folder when it is started. */
    public static List<String> processes(Path work) {
        return ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(work.toString() + "/"))
                .toList();
    }
}

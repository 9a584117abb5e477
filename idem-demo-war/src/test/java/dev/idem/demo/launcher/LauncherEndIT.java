package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** However the launcher ends, it leaves neither process nor port. */
class LauncherEndIT {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_END = Duration.ofSeconds(40);

    @Test
    void ctrlCEndsServerAndBroker() throws IOException, InterruptedException {
        try (LauncherProcess launcher = LauncherProcess.start(options())) {
            launcher.awaitText("order submitted 3 times");
            List<ProcessHandle> family = launcher.family();

            launcher.interrupt();

            assertGone(launcher, family);
            assertThat(Files.exists(launcher.options().work().resolve("files"))).isFalse();
        }
    }

    @Test
    void launcherKilledDuringTheStartTakesServerAndBrokerAlong() {
        try (LauncherProcess launcher = LauncherProcess.start(options())) {
            Path log = launcher.options().work().resolve("payara-1.log");
            Awaitility.await().atMost(LONGEST_START).until(() -> Files.exists(log) && Files.size(log) > 0);
            List<ProcessHandle> family = launcher.family();

            launcher.process().destroyForcibly();

            assertGone(launcher, family);
        }
    }

    private static void assertGone(LauncherProcess launcher, List<ProcessHandle> family) {
        assertThat(family).as("launcher, server and broker").hasSizeGreaterThanOrEqualTo(3);
        Awaitility.await().atMost(LONGEST_END).untilAsserted(() -> assertThat(family)
                .noneMatch(ProcessHandle::isAlive));
        assertThatCode(() -> Ports.requireFree(launcher.options().port(), "demo.port"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Ports.requireFree(launcher.options().brokerPort(), "demo.broker.port"))
                .doesNotThrowAnyException();
    }

    private static DemoOptions options() {
        return DemoOptions.parse(
                "port=" + Ports.free(),
                "broker.port=" + Ports.free(),
                "db=h2",
                "target=" + Path.of("target").toAbsolutePath());
    }
}

package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The launcher as Maven runs it: the story, how it ends without a process or port left, and why a start failed. */
class LauncherIT {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_END = Duration.ofSeconds(40);

    @Test
    void playsTheStoryAndKeepsRunningUntilCtrlC() throws IOException, InterruptedException {
        try (LauncherProcess launcher = LauncherProcess.start(options(DatabaseKind.MARIADB))) {
            launcher.awaitText("Ctrl-C");
            assertThat(launcher.shownText())
                    .contains("scenario", "deliveries", "effects")
                    .contains("1 order, 1 payment, 1 coupon")
                    .contains("1 order, 1 payment, 0 coupon; message parked as poison, queue empty")
                    .contains("record completed")
                    .doesNotContain("WRONG");
            DemoClient client = new DemoClient(launcher.options().port());
            assertThat(TriedTechniques.at(client.page()).effects()).hasSize(10).containsOnly("1");
            List<ProcessHandle> family = launcher.family();

            launcher.interrupt();

            assertGone(launcher, family);
            assertThat(Files.exists(launcher.options().work().resolve("files"))).isFalse();
            assertThat(Files.exists(launcher.options().work().resolve("payara-1.log")))
                    .isTrue();
        }
    }

    @Test
    void launcherKilledDuringTheStartTakesServerAndBrokerAlong() {
        try (LauncherProcess launcher = LauncherProcess.start(options(DatabaseKind.H2))) {
            Path log = launcher.options().work().resolve("payara-1.log");
            Awaitility.await().atMost(LONGEST_START).until(() -> Files.exists(log) && Files.size(log) > 0);
            List<ProcessHandle> family = launcher.family();

            launcher.process().destroyForcibly();

            assertGone(launcher, family);
        }
    }

    @Test
    void saysWhyADeploymentFailedAlthoughPayaraStaysUp() {
        Map<String, String> wrongDatabase =
                Map.of("demo.db.url", "jdbc:h2:file:/dev/null/no-such-folder/idem;WRITE_DELAY=0");

        assertThatThrownBy(() -> TestSystems.startWithoutConsole(DatabaseKind.H2, "broken", wrongDatabase))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("the deployment of the demo failed")
                .hasMessageContaining("payara-1.log")
                .hasMessageContaining("no-such-folder");
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

    private static DemoOptions options(DatabaseKind database) {
        return DemoOptions.parse(
                "port=" + Ports.free(),
                "broker.port=" + Ports.free(),
                "db=" + database.lowerCaseName(),
                "target=" + Path.of("target").toAbsolutePath());
    }
}

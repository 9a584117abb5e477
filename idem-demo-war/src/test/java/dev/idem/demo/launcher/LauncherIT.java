package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The launcher itself: the whole story, and what it says when a deployment fails. */
class LauncherIT {

    @Test
    void playsTheStoryAndLeavesNeitherProcessNorPortNorFiles() throws InterruptedException {
        DemoOptions options = TestSystems.options(DatabaseKind.MARIADB, "story");
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        new Demo(options, new PrintStream(shown, true, StandardCharsets.UTF_8)).run();

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("scenario", "deliveries", "effects")
                .contains("1 order, 1 payment, 1 coupon")
                .contains("1 order, 1 payment, 0 coupon; message parked as poison, queue empty")
                .contains("record completed")
                .doesNotContain("WRONG");
        assertThatCode(() -> Ports.requireFree(options.port(), "demo.port")).doesNotThrowAnyException();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(Files.exists(options.work().resolve("files"))).isFalse();
        assertThat(Files.exists(options.work().resolve("payara-1.log"))).isTrue();
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
}

package dev.idem.demo.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.demo.launcher.DemoFailed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FireOptionsTest {

    @Test
    void runSaysHowToHaveItAgain() {
        FireOptions options = new FireOptions(7, Duration.ofMinutes(2), "mariadb", 12, true);

        assertThat(options.asArguments()).isEqualTo("-Pfire -Dfire.minutes=2.0 -Dfire.seed=7 -Dfire.db=mariadb");
    }

    @Test
    void timeAndClientsAreAboveZero() {
        assertThatThrownBy(() -> new FireOptions(7, Duration.ZERO, "h2", 12, false))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("-Dfire.minutes must be above zero");
        assertThatThrownBy(() -> new FireOptions(7, Duration.ofMinutes(1), "h2", 0, false))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("-Dfire.clients must be 1 or more");
    }

    @Test
    void unknownDatabaseIsToldWhichThereAre() {
        Path folder = Path.of("target", "no-database");

        assertThatThrownBy(() -> FireDatabases.start("oracle", folder, folder.resolve("log")))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("-Dfire.db must be postgres, mariadb or h2, was oracle");
    }
}

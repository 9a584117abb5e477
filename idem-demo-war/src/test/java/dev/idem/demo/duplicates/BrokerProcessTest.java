package dev.idem.demo.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.demo.http.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerProcessTest {

    private final BrokerProcess broker = new BrokerProcess();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"PRODUCER_RETRY", "CONSUMER_KILLED"})
    void withoutLauncherNothingIsStoppedOrEnded(Cause cause) {
        broker.file = Optional.empty();
        Provocations provocations = new Provocations();
        provocations.broker = broker;

        assertThatThrownBy(() -> provocations.provoke(cause, URI.create("http://127.0.0.1:1")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(409))
                .hasMessageContaining("./mvnw -Pdemo");
    }

    @Test
    void launcherThatHasNotNotedABrokerIsNone() throws IOException {
        Path file = folder.resolve("broker.pid");
        broker.file = Optional.of(file.toString());
        assertThatThrownBy(broker::requireLauncher).isInstanceOf(Refusal.class);

        Files.writeString(file, "1");
        assertThatCode(broker::requireLauncher).doesNotThrowAnyException();
    }
}

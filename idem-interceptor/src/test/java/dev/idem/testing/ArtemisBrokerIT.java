package dev.idem.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker of the tests. */
class ArtemisBrokerIT {

    @SuppressWarnings("NullAway.Init")
    private ArtemisBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ArtemisClient client;

    @BeforeEach
    void start() {
        broker = ArtemisBroker.start(Path.of("target", "artemis-" + UUID.randomUUID()));
        client = new ArtemisClient(broker.port());
    }

    @AfterEach
    void stop() {
        ProcessHandle process = broker.process();
        broker.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void messageSurvivesTheDeathOfTheBroker() {
        client.send("kept", "first");
        broker.restart();
        client.send("kept", "second");

        assertThat(client.texts("kept")).containsExactly("first", "second");
    }
}

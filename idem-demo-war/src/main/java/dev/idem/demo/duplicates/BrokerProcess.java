package dev.idem.demo.duplicates;

import dev.idem.demo.broker.StubbornProducer;
import dev.idem.demo.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The broker's process, which the launcher of the demo tells in the file {@code demo.broker.pid-file}. */
@ApplicationScoped
public class BrokerProcess {

    /**
     * Longer than the outbox needs to take a message and any producer here waits for its first answer: 2 s at most. Shorter
     * than Kafka's client tries in all; the outbox sends again what another one gave up.
     */
    private static final int PAUSE_SECONDS = 5;

    @Inject
    @ConfigProperty(name = "demo.broker.pid-file")
    @SuppressWarnings("NullAway.Init")
    Optional<String> file;

    /** Runs something while the broker stands still, which goes on a while after that. */
    void paused(StubbornProducer.Step step) throws Exception {
        long process = process();
        Signals.stop(process);
        try {
            step.run();
        } finally {
            Signals.rest(PAUSE_SECONDS);
            Signals.goOn(process);
        }
    }

    /**
     * Refuses what needs the launcher, which starts dead nodes again and lets stopped brokers go on.
     *
     * @throws Refusal if there is none
     */
    void requireLauncher() {
        if (file.map(Path::of).filter(Files::isReadable).isEmpty()) {
            throw Refusal.conflict(
                    "No launcher",
                    "Nobody would start a node again or knows the broker's process: start the demo by ./mvnw -Pdemo, which"
                            + " sets demo.broker.pid-file. Nothing was done.");
        }
    }

    private long process() throws IOException {
        requireLauncher();
        return Long.parseLong(Files.readString(Path.of(file.orElseThrow())).strip());
    }
}

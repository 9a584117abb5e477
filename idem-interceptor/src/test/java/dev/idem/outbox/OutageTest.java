package dev.idem.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Logger LOG = Logger.getLogger(Outage.class.getName());

    private final AtomicLong clock = new AtomicLong();
    private final List<LogRecord> told = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private final Outage outage = new Outage(
            "IDEM-0000", "the broker", new Delays(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0), clock::get);

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
        LOG.setLevel(null);
    }

    @Test
    @DisplayName("an outage is warned of once, and its end told once")
    void isToldOnce() {
        for (int i = 0; i < 5; i++) {
            outage.began(new IllegalStateException("refused"));
        }
        outage.isOver();
        outage.isOver();

        assertThat(atLeast(Level.INFO)).extracting(LogRecord::getLevel).containsExactly(Level.WARNING, Level.INFO);
        assertThat(atLeast(Level.WARNING).get(0).getMessage()).contains("IDEM-0000", "the broker", "refused");
    }

    @Test
    void nextOutageIsToldAgain() {
        outage.began(new IllegalStateException("refused"));
        outage.isOver();
        outage.began(new IllegalStateException("refused"));

        assertThat(atLeast(Level.WARNING)).hasSize(2);
    }

    @Test
    void pausesGrow() {
        assertThat(outage.pauses()).isFalse();
        outage.began(new IllegalStateException("refused"));
        assertThat(outage.pauses()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(outage.pauses()).isFalse();
        assertThat(outage.lasts()).isTrue();

        outage.began(new IllegalStateException("refused"));
        pass(Duration.ofSeconds(1));
        assertThat(outage.pauses()).isTrue();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private List<LogRecord> atLeast(Level level) {
        return told.stream()
                .filter(entry -> entry.getLevel().intValue() >= level.intValue())
                .toList();
    }
}

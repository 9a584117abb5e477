package dev.idem.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the worker works. */
@ApplicationScoped
class ReplaySettings {

    static final String POLL = "idem.replay.poll";
    static final String LEASE = "idem.replay.lease";
    static final String THREADS = "idem.replay.threads";

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final int MOST_THREADS = 64;

    @Inject
    @ConfigProperty(name = POLL, defaultValue = "PT2S")
    Duration poll;

    @Inject
    @ConfigProperty(name = LEASE, defaultValue = "PT30S")
    Duration lease;

    @Inject
    @ConfigProperty(name = THREADS, defaultValue = "2")
    int threads;

    /** How long a thread that found nothing to do waits. */
    Duration poll() {
        return checked(POLL, poll, Duration.ofMillis(10));
    }

    /** How long a claim holds that is not renewed. */
    Duration lease() {
        return checked(LEASE, lease, SHORTEST_LEASE);
    }

    int threads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(THREADS + " must be 1 to " + MOST_THREADS + ", was " + threads);
        }
        return threads;
    }

    private static Duration checked(String name, Duration value, Duration shortest) {
        if (value.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(name + " must be " + shortest + " or more, was " + value);
        }
        return value;
    }
}

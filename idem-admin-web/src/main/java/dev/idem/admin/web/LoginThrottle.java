package dev.idem.admin.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down one address that fails to log in again and again, whatever names it tries; users are locked by the database.
 * Of this node and this minute only.
 */
@ApplicationScoped
public class LoginThrottle {

    static final int FAILURES = 20;
    static final int ADDRESSES = 10_000;

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    /** Uses the system's clock. */
    public LoginThrottle() {
        this(System::nanoTime);
    }

    LoginThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether the address may try. */
    public synchronized boolean allows(String address) {
        Window window = windows.get(address);
        return window == null || nanos.getAsLong() - window.start > WINDOW || window.failures < FAILURES;
    }

    /** Counts a failed try. */
    public synchronized void failed(String address) {
        long now = nanos.getAsLong();
        Window known = windows.remove(address);
        windows.put(address, known == null ? new Window(now, 1) : known.next(now));
        if (windows.size() > ADDRESSES) {
            windows.remove(windows.keySet().iterator().next());
        }
    }

    private record Window(long start, int failures) {

        Window next(long now) {
            return now - start > WINDOW ? new Window(now, 1) : new Window(start, failures + 1);
        }
    }
}

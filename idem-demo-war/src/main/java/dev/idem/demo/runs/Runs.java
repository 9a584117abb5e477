package dev.idem.demo.runs;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts how often bodies run during one delivery, on its own thread. What nobody watches is not counted. */
@ApplicationScoped
public class Runs {

    // not static: it ends with the application, of which there may be several in one server
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<int[]> watched = new ThreadLocal<>();

    /** Says that a body runs: a service calls it at the begin of its work, with Idem or without. */
    public void note() {
        int[] count = watched.get();
        if (count != null) {
            count[0]++;
        }
    }

    /**
     * Delivers something, and counts.
     *
     * @param delivery what may let bodies run on this thread; it must not throw
     * @return how many did
     */
    public int during(Runnable delivery) {
        int[] count = new int[1];
        watched.set(count);
        try {
            delivery.run();
            return count[0];
        } finally {
            watched.remove();
        }
    }
}

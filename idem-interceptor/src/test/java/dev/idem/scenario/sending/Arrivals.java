package dev.idem.scenario.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what comes. */
@ApplicationScoped
public class Arrivals {

    private final AtomicInteger count = new AtomicInteger();

    int next() {
        return count.getAndIncrement();
    }
}

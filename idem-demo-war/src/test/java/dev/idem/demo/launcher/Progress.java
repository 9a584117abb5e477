package dev.idem.demo.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells what is being done and how long it took. */
final class Progress {

    private final PrintStream out;
    private final InstantSource clock;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void step(String what, Runnable work) {
        step(what, () -> {
            work.run();
            return "";
        });
    }

    <T> T step(String what, Supplier<T> work) {
        out.print("  " + what + " ... ");
        out.flush();
        Instant start = clock.instant();
        try {
            T result = work.get();
            say(String.format(Locale.ROOT, "%.1f s", seconds(start)));
            return result;
        } catch (RuntimeException e) {
            say(String.format(Locale.ROOT, "failed after %.1f s", seconds(start)));
            throw e;
        }
    }

    private double seconds(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}

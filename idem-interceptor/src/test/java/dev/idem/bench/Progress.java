package dev.idem.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how far it is. */
final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String text, Object... parts) {
        Duration since = Duration.ofNanos(System.nanoTime() - began);
        out.printf(Locale.ROOT, "[%2d:%02d] ", since.toMinutes(), since.toSecondsPart());
        out.printf(Locale.ROOT, text + "%n", parts);
    }
}

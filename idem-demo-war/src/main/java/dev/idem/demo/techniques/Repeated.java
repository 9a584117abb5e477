package dev.idem.demo.techniques;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** The same call, as often as it is delivered. */
final class Repeated {

    private static final int TIMES = 5;

    private Repeated() {}

    static List<Callable<String>> call(Callable<String> call) {
        return Collections.nCopies(TIMES, call);
    }

    static List<Callable<String>> run(Runnable call) {
        return call(() -> {
            call.run();
            return "done";
        });
    }
}

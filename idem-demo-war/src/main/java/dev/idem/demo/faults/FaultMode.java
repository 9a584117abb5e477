package dev.idem.demo.faults;

import dev.idem.demo.http.InvalidField;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What happens to an operation after its writes and before its commit. */
enum FaultMode {
    /** Nothing. */
    NONE,
    /** It throws. */
    FAIL,
    /** It stands still for at most 30 seconds, or until another fault is ordered, and then goes on. */
    HANG,
    /** The whole process ends on the spot. */
    HALT;

    static FaultMode named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.lowerCaseName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("'mode' must be one of none, fail, hang, halt."));
    }

    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

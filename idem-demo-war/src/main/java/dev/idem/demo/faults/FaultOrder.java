package dev.idem.demo.faults;

import dev.idem.demo.http.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * What a service shall suffer.
 *
 * @param mode none, fail, hang or halt
 * @param times how often, 1 to 1000; 1 when left out
 */
public record FaultOrder(String mode, @Nullable Integer times) {

    public FaultOrder {
        FaultMode.named(mode);
        if (times != null && (times < 1 || times > 1000)) {
            throw new InvalidField("'times' must be 1 to 1000, was " + times + ".");
        }
    }

    Fault fault() {
        return new Fault(FaultMode.named(mode), times == null ? 1 : times);
    }
}

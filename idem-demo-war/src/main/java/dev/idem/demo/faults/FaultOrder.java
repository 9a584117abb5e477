package dev.idem.demo.faults;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a service shall suffer.
 *
 * @param mode none, fail, hang or halt
 * @param times how often, 1 to 1000; 1 when left out
 */
public record FaultOrder(String mode, @Nullable BigDecimal times) {

    private static final int MOST_TIMES = 1000;

    public FaultOrder {
        FaultMode.named(mode);
        if (times != null) {
            times = Fields.whole("times", times, 1, MOST_TIMES);
        }
    }

    Fault fault() {
        return new Fault(FaultMode.named(mode), times == null ? 1 : times.intValueExact());
    }
}

package dev.idem.demo.inventory;

import dev.idem.NotFingerprinted;
import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * A deduction as ordered.
 *
 * @param deductionId the caller's name for it
 * @param quantity how many pieces, 1 to 1,000,000
 * @param version the version of the stock that the caller has seen, from 0; who lost the answer and looks again sees
 *     another one, and means the same deduction
 */
public record NewDeduction(
        String deductionId,
        BigDecimal quantity,
        @NotFingerprinted BigDecimal version) {

    private static final int MOST = 1_000_000;

    public NewDeduction {
        deductionId = Fields.text("deductionId", deductionId);
        quantity = Fields.whole("quantity", quantity, 1, MOST);
        version = Fields.whole("version", version, 0, Long.MAX_VALUE);
    }

    int pieces() {
        return quantity.intValueExact();
    }

    long seenVersion() {
        return version.longValueExact();
    }
}

package dev.idem.demo.inventory;

import dev.idem.NotFingerprinted;
import dev.idem.demo.http.Fields;

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
        Integer quantity,
        @NotFingerprinted Long version) {

    private static final int MOST = 1_000_000;

    public NewDeduction {
        deductionId = Fields.text("deductionId", deductionId);
        quantity = (int) Fields.number("quantity", quantity, 1, MOST);
        version = Fields.number("version", version, 0, Long.MAX_VALUE);
    }
}

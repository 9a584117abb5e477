package dev.idem.demo.goodwill;

import dev.idem.demo.http.Fields;

/**
 * A customer who misses a coupon.
 *
 * @param caseId the number of the case
 */
public record GoodwillCase(String caseId) {

    public GoodwillCase {
        caseId = Fields.text("caseId", caseId);
    }
}

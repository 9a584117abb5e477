package dev.idem.admin.api;

import dev.idem.inspect.AuditVerification;
import java.util.Optional;

/** What checking the audit trail from its beginning found. */
public record VerificationView(
        boolean intact, long checked, Optional<Long> lastEntry, String lastHash, Optional<String> broken) {

    static VerificationView of(AuditVerification found) {
        return new VerificationView(
                found.intact(),
                found.checked(),
                found.lastId().isPresent() ? Optional.of(found.lastId().getAsLong()) : Optional.empty(),
                found.lastHash(),
                found.broken());
    }
}

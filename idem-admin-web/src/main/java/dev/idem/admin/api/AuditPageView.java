package dev.idem.admin.api;

import dev.idem.admin.web.NumberedPage;
import dev.idem.inspect.AuditRecord;
import java.util.List;
import java.util.Optional;

/** One page of the audit trail, the latest first; next leads to the following one. */
public record AuditPageView(List<AuditView> entries, Optional<String> next) {

    static AuditPageView of(NumberedPage<AuditRecord> page) {
        return new AuditPageView(page.lines().stream().map(AuditView::of).toList(), page.next());
    }
}

package dev.idem.admin.api;

import dev.idem.admin.record.Verdict;
import java.util.List;

/** What a replay would do, and on what that rests. */
public record VerdictView(String title, String text, List<EvidenceView> evidence) {

    static VerdictView of(Verdict verdict) {
        return new VerdictView(
                verdict.title(),
                verdict.text(),
                verdict.evidence().stream()
                        .map(each -> new EvidenceView(each.source(), each.text()))
                        .toList());
    }

    /** Something a verdict rests on. */
    public record EvidenceView(String source, String text) {}
}

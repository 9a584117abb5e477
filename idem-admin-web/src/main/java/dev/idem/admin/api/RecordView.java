package dev.idem.admin.api;

import dev.idem.admin.record.Findings;
import dev.idem.admin.record.Verdict;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.KeyDetail;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record with all that is known of it; arguments and results are masked. */
public record RecordView(
        KeyView record,
        Instant created,
        VerdictView verdict,
        @Schema(implementation = Object.class) Optional<JsonValue> arguments,
        @Schema(implementation = Object.class) Optional<JsonValue> editedArguments,
        @Schema(implementation = Object.class) Optional<JsonValue> result,
        List<String> unreadable,
        List<AttemptView> attempts,
        List<ConflictView> conflicts,
        List<DerivedView> derived,
        List<RequestView> requests) {

    static RecordView of(Findings found, List<AttemptLine> attempts) {
        KeyDetail record = found.record();
        return new RecordView(
                KeyView.of(record.line()),
                record.createdAt(),
                VerdictView.of(Verdict.of(found)),
                record.arguments().map(Answers::kept),
                record.editedArguments().map(Answers::kept),
                record.result().map(Answers::kept),
                record.unreadable(),
                attempts.stream().map(AttemptView::of).toList(),
                found.conflicts().stream().map(ConflictView::of).toList(),
                found.relatives().made().stream().map(DerivedView::of).toList(),
                found.requests().stream().map(RequestView::of).toList());
    }
}

package dev.idem.replay;

import dev.idem.RequestOutcome;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayTarget;
import dev.idem.engine.RequestWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries everything but the call. */
@ApplicationScoped
class DryRuns {

    @Inject
    Records records;

    Answer run(RequestWork work, ReplayTarget target) {
        Optional<ParkedRecord> found = records.of(work);
        if (found.isEmpty()) {
            return Answer.done(RequestOutcome.SKIPPED, "the record is gone");
        }
        ParkedRecord record = found.get();
        if (record.state() == RecordState.COMPLETED || record.state() == RecordState.REFUSED) {
            return Answer.done(
                    RequestOutcome.DEDUPLICATED, "it is " + record.state() + " already: a replay would run nothing");
        }
        if (!Records.asOrdered(record, work)) {
            return Answer.done(RequestOutcome.SKIPPED, "not parked in this version: it is " + record.state());
        }
        return target.notReplayable()
                .map(reason -> Answer.done(RequestOutcome.NOT_REPLAYABLE, reason))
                .orElseGet(() -> new Rebuilt(work, record, target).then(arguments -> verdict(work, target, arguments)));
    }

    private static Answer verdict(RequestWork work, ReplayTarget target, @Nullable Object[] arguments) {
        List<String> violations = target.violations(arguments);
        return violations.isEmpty()
                ? Answer.done(RequestOutcome.SUCCEEDED, "a replay would run " + work.operation())
                : Answer.done(RequestOutcome.REFUSED, "constraints are violated: " + String.join("; ", violations));
    }
}

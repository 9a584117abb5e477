package dev.idem.admin.record;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.admin.web.Relatives;
import dev.idem.admin.web.Times;
import dev.idem.inspect.ConflictLine;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RequestLine;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a record before anybody decides.
 *
 * @param record the record
 * @param operation its operation, if it is in the catalogue
 * @param requests what operators asked for, the last first
 * @param conflicts calls that came with other arguments, the last first
 * @param relatives what edits under other keys made of it, and it of others
 * @param times of who looks, at what time it is by the database clock
 */
public record Findings(
        KeyDetail record,
        Optional<OperationInfo> operation,
        List<RequestLine> requests,
        List<ConflictLine> conflicts,
        Relatives relatives,
        Times times) {

    private static final String EXTERNAL_EFFECT = "EXTERNAL_EFFECT";

    /** Of a record without relatives. */
    public Findings(
            KeyDetail record,
            Optional<OperationInfo> operation,
            List<RequestLine> requests,
            List<ConflictLine> conflicts,
            Times times) {
        this(record, operation, requests, conflicts, Relatives.NONE, times);
    }

    KeyState state() {
        return record.line().state();
    }

    /** Whether it waits for a decision. */
    boolean parked() {
        return state() == KeyState.POISON || state() == KeyState.OUTCOME_UNKNOWN;
    }

    /** Whether a failed attempt may have left an effect: what is rolled back with its record has none. */
    boolean mayHaveHadAnEffect() {
        return state() == KeyState.OUTCOME_UNKNOWN
                || operation.filter(info -> info.mode().equals(EXTERNAL_EFFECT)).isPresent();
    }

    /** Why no node can run it, if none can. */
    Optional<String> obstacle() {
        if (operation.isEmpty()) {
            return Optional.of("No application has ever announced this operation: it was renamed, or its application is"
                    + " not deployed on this database.");
        }
        return operation
                .flatMap(OperationInfo::notReplayable)
                .or(() -> record.arguments().isPresent() || !record.unreadable().isEmpty()
                        ? Optional.empty()
                        : Optional.of("Its arguments were not kept."));
    }

    /** Where the arguments do not fit the method any more, as far as the catalogue tells. */
    List<String> misfits() {
        return Misfits.of(record.arguments(), operation.flatMap(OperationInfo::argumentSchema));
    }

    /** Whether the nodes that run it are away. */
    boolean silent() {
        return operation.filter(info -> info.silent(times.now())).isPresent();
    }

    /** What the application said of the effect, since the record changed last. */
    Optional<RequestLine> probe() {
        return last(RequestKind.PROBE);
    }

    /** What a try without the call said, since the record changed last. */
    Optional<RequestLine> dryRun() {
        return last(RequestKind.DRY_RUN);
    }

    boolean probed(RequestOutcome outcome) {
        return probe().flatMap(RequestLine::outcome).filter(outcome::equals).isPresent();
    }

    private Optional<RequestLine> last(RequestKind kind) {
        return requests.stream()
                .filter(line -> line.kind() == kind
                        && line.outcome().isPresent()
                        && line.version() == record.line().version())
                .findFirst();
    }
}

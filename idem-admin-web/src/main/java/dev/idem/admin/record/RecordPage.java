package dev.idem.admin.record;

import dev.idem.admin.web.JsonText;
import dev.idem.admin.web.StateBadge;
import dev.idem.admin.web.Times;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.Revealed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a record's page shows.
 *
 * @param identity which record it is
 * @param state its state in words
 * @param verdict what the key store says of a replay
 * @param offers what can be done
 * @param causes the chain of causes of the last failure
 * @param attempts the failed attempts, the last first
 * @param conflicts calls that came with the key and other arguments
 * @param requests what operators asked for, the last first
 * @param payload arguments and result
 * @param asked the request that was just made; empty if none was
 * @param cancels whether this operator may take requests back
 * @param reveals whether this operator may see what is masked
 * @param audits whether this operator may read the audit trail
 */
public record RecordPage(
        Identity identity,
        StateBadge state,
        Verdict verdict,
        List<Offer> offers,
        List<String> causes,
        List<AttemptRow> attempts,
        List<ConflictRow> conflicts,
        List<RequestRow> requests,
        List<Payload> payload,
        List<RequestRow> asked,
        boolean cancels,
        boolean reveals,
        boolean audits) {

    static RecordPage of(Findings found, List<AttemptLine> attempts, Viewing viewing) {
        KeyDetail record = found.record();
        List<RequestRow> rows = found.requests().stream()
                .map(line -> RequestRow.of(line, found.operation(), found.times()))
                .toList();
        return new RecordPage(
                Identity.of(record, found.operation(), found.times()),
                StateBadge.of(record.line().state()),
                Verdict.of(found),
                Offer.of(record, found.operation(), viewing.operator()),
                attempts.stream()
                        .findFirst()
                        .map(last -> CauseChain.of(last.trace()))
                        .orElse(List.of()),
                attempts.stream()
                        .map(line -> AttemptRow.of(line, found.times()))
                        .toList(),
                found.conflicts().stream()
                        .map(line -> ConflictRow.of(line, found.times()))
                        .toList(),
                rows,
                Payload.of(record),
                rows.stream()
                        .filter(row -> Long.toString(row.id()).equals(viewing.asked()))
                        .toList(),
                viewing.operator().may(Permission.REPLAY),
                viewing.operator().may(Permission.REVEAL),
                viewing.operator().may(Permission.VIEW_AUDIT));
    }

    /**
     * Who looks at it.
     *
     * @param operator who
     * @param asked the number of the request that was just made; "" if none was
     */
    record Viewing(Operator operator, String asked) {}

    /**
     * Which record it is.
     *
     * @param id its id
     * @param application the application
     * @param operation the operation
     * @param method the method behind it, "" if it is not in the catalogue
     * @param scope within what the key is unique, "" for everywhere
     * @param key the key
     * @param version its version
     * @param created when it was made
     * @param changed when it was changed last
     * @param expires when its protection ends, if its state does
     */
    public record Identity(
            String id,
            String application,
            String operation,
            String method,
            String scope,
            String key,
            int version,
            String created,
            String changed,
            String expires) {

        static Identity of(KeyDetail record, Optional<OperationInfo> operation, Times times) {
            KeyLine line = record.line();
            return new Identity(
                    line.id().hex(),
                    line.application(),
                    line.operation(),
                    operation.map(OperationInfo::signature).orElse(""),
                    line.scope(),
                    line.key(),
                    line.version(),
                    times.at(record.createdAt()),
                    times.at(line.changedAt()),
                    times.at(line.expiresAt()));
        }
    }

    /**
     * A text that was kept.
     *
     * @param title what it is
     * @param path of the file that has all of it, below the record's; "" if there is none
     * @param json for people to read
     */
    public record Payload(String title, String path, JsonText json) {

        static List<Payload> of(KeyDetail record) {
            return all(record.arguments(), record.editedArguments(), record.result(), record.unreadable(), true);
        }

        /** Says so if nothing is kept. */
        static List<Payload> of(Revealed revealed) {
            List<Payload> kept = all(
                    revealed.arguments(), revealed.editedArguments(), revealed.result(), revealed.unreadable(), false);
            return kept.isEmpty() ? List.of(new Payload("Nothing is kept", "", JsonText.of(""))) : kept;
        }

        private static List<Payload> all(
                Optional<String> arguments,
                Optional<String> editedArguments,
                Optional<String> result,
                List<String> unreadable,
                boolean files) {
            Stream<Payload> readable = Stream.of(
                            payload("Arguments", PayloadResource.Kind.ARGUMENTS, arguments, files),
                            payload("Edited arguments", PayloadResource.Kind.EDITED, editedArguments, files),
                            payload("Stored result", PayloadResource.Kind.RESULT, result, files))
                    .flatMap(Optional::stream);
            Stream<Payload> others =
                    unreadable.stream().map(reason -> new Payload("Not readable here", "", JsonText.of(reason)));
            return Stream.concat(readable, others).toList();
        }

        private static Optional<Payload> payload(
                String title, PayloadResource.Kind kind, Optional<String> json, boolean files) {
            return json.map(text -> new Payload(title, files ? kind.path() : "", JsonText.of(text)));
        }
    }
}

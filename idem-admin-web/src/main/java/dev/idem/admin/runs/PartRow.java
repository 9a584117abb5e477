package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.admin.web.Times;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RunPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls of a run that belong to one operation and fare alike.
 *
 * @param operation the operation
 * @param application its application
 * @param count how many
 * @param fate what happens with them
 * @param style the badge's class
 * @param detail why, or what to know about it, "" for nothing
 */
public record PartRow(String operation, String application, long count, String fate, String style, String detail) {

    static List<PartRow> of(RequestKind kind, List<RunPart> parts, List<OperationInfo> catalogue, Times times) {
        return parts.stream()
                .map(part -> of(kind, part, operation(part, catalogue), times))
                .toList();
    }

    private static Optional<OperationInfo> operation(RunPart part, List<OperationInfo> catalogue) {
        return catalogue.stream()
                .filter(info -> info.application().equals(part.application())
                        && info.operation().equals(part.operation()))
                .findFirst();
    }

    private static PartRow of(RequestKind kind, RunPart part, Optional<OperationInfo> operation, Times times) {
        boolean out = part.leftOut().isPresent();
        return new PartRow(
                part.operation(),
                part.application(),
                part.count(),
                out ? "left out" : "in the run",
                out ? "warn" : "good",
                part.leftOut().orElseGet(() -> runs(kind) ? toKnow(part, operation, times) : ""));
    }

    private static boolean runs(RequestKind kind) {
        return kind == RequestKind.REPLAY || kind == RequestKind.DRY_RUN;
    }

    private static String toKnow(RunPart part, Optional<OperationInfo> operation, Times times) {
        String unknown = part.unknown() == 0
                ? ""
                : part.unknown() + " of them have an unknown outcome: a replay repeats an effect that did happen. ";
        return unknown
                + operation
                        .map(known -> known.mode().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + (known.silent(times.now())
                                        ? "; no node has answered for it since " + times.at(known.lastSeenAt())
                                                + ": its calls wait until one does"
                                        : ""))
                        .orElse("not deployed: its calls wait until it is");
    }
}

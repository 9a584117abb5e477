package dev.idem.admin.record;

import dev.idem.admin.web.StateBadge;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RequestLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something a {@link Verdict} rests on.
 *
 * @param source where it comes from
 * @param text what it says
 */
public record Evidence(String source, String text) {

    private static final String NODES = "Nodes";

    static List<Evidence> of(Findings found) {
        List<Evidence> all = new ArrayList<>();
        all.add(new Evidence("Key store", store(found)));
        all.add(new Evidence("Operation", operation(found.operation())));
        found.operation().map(info -> nodes(info, found.times())).ifPresent(all::add);
        all.add(new Evidence("Arguments", arguments(found)));
        if (!found.conflicts().isEmpty()) {
            all.add(new Evidence("Other arguments", conflicts(found.conflicts().size())));
        }
        found.dryRun().map(line -> said("Dry run", line, found)).ifPresent(all::add);
        found.probe().map(line -> said("Probe", line, found)).ifPresent(all::add);
        all.add(new Evidence("Looked at", found.times().at(found.times().now()) + ", by the database clock"));
        return all;
    }

    private static String store(Findings found) {
        KeyLine line = found.record().line();
        return StateBadge.of(line.state()).label() + " since " + found.times().at(line.changedAt()) + ", version "
                + line.version() + "; " + attempts(line)
                + (found.record().result().isPresent() ? "; a result is stored" : "");
    }

    private static String attempts(KeyLine line) {
        return switch (line.failures()) {
            case 0 -> "no failed attempt is kept";
            case 1 -> "1 failed attempt is kept";
            default -> line.failures() + " failed attempts are kept";
        };
    }

    private static String operation(Optional<OperationInfo> operation) {
        return operation
                .map(info -> info.mode().equals("TRANSACTIONAL")
                        ? "transactional: effect and record commit together, or neither"
                        : "external effect: what it does outside is not rolled back")
                .orElse("not in the catalogue");
    }

    private static Evidence nodes(OperationInfo info, Times times) {
        return new Evidence(
                NODES,
                info.silent(times.now())
                        ? "none has given a sign of life since " + times.at(info.lastSeenAt())
                        : "last sign of life " + times.since(info.lastSeenAt()) + " ago, " + info.node()
                                + " announced it");
    }

    private static String conflicts(int number) {
        return number == 1
                ? "1 call came with this key and other arguments, and was refused"
                : number + " calls came with this key and other arguments, and were refused";
    }

    private static String arguments(Findings found) {
        if (!found.record().unreadable().isEmpty()) {
            return "kept, and not readable by this console; a node may have the key";
        }
        return found.record().arguments().isPresent() ? "kept" : "not kept";
    }

    private static Evidence said(String source, RequestLine line, Findings found) {
        RequestRow row = RequestRow.of(line, found.operation(), found.times());
        return new Evidence(source, row.state() + ", at " + row.finished() + ", asked by " + row.by());
    }
}

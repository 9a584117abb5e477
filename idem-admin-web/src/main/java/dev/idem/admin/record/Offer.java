package dev.idem.admin.record;

import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An action on a record's page.
 *
 * @param path its page, below that of the record
 * @param name what it is called
 * @param main whether it is the one most want
 * @param hindrance why it is not possible, "" if it is
 */
public record Offer(String path, String name, boolean main, String hindrance) {

    /** Whether it is possible. */
    public boolean possible() {
        return hindrance.isEmpty();
    }

    /** What fits the record's state, with what hinders it. */
    static List<Offer> of(KeyDetail record, Optional<OperationInfo> operation, Operator operator) {
        Stream<Offer> actions = Arrays.stream(Action.values())
                .filter(action -> action.fits(record.line().state()))
                .flatMap(action -> Stream.concat(
                        Stream.of(new Offer(
                                action.path(),
                                action.text().name(),
                                action == Action.REPLAY || action == Action.RESTORE,
                                hindrance(action, record, operation, operator))),
                        action == Action.REPLAY ? Stream.of(edit(record, operation, operator)) : Stream.empty()));
        return Stream.concat(actions, purge(record, operator)).toList();
    }

    /** Has pages of its own. Not for what is running. */
    private static Stream<Offer> purge(KeyDetail record, Operator operator) {
        if (record.line().state() == KeyState.IN_PROGRESS) {
            return Stream.empty();
        }
        String hindrance = operator.may(Permission.PURGE)
                ? record.active()
                        .map(active ->
                                "a replay or confirmation of it is under way, asked for by " + active.requestedBy())
                        .orElse("")
                : missing(Permission.PURGE);
        return Stream.of(new Offer(PurgeController.PATH, "Purge", false, hindrance));
    }

    /** Has pages of its own. */
    private static Offer edit(KeyDetail record, Optional<OperationInfo> operation, Operator operator) {
        String hindrance = operator.may(Permission.EDIT)
                ? hindrance(Action.REPLAY, record, operation, operator)
                : missing(Permission.EDIT);
        return new Offer("edit", "Edit & replay", false, hindrance);
    }

    private static String missing(Permission permission) {
        return "your roles do not include the permission " + permission;
    }

    static String hindrance(Action action, KeyDetail record, Optional<OperationInfo> operation, Operator operator) {
        if (!operator.may(action.permission())) {
            return missing(action.permission());
        }
        if (action.exclusive() && record.active().isPresent()) {
            return "a replay or confirmation of it is under way, asked for by "
                    + record.active().get().requestedBy();
        }
        if (action.runsTheCall()) {
            return operation.flatMap(OperationInfo::notReplayable).orElse("");
        }
        return "";
    }
}

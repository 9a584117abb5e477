package dev.idem.admin.poison;

import dev.idem.admin.web.Times;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.CauseNote;

/**
 * A group of calls that failed by the same cause.
 *
 * @param query of the list of its calls
 * @param cause names its cause
 * @param bulk what can be done with all of them
 * @param application the application
 * @param operation the operation
 * @param exception the exception's class without its package, "" if no attempt is kept
 * @param message how the message of the latest begins
 * @param frame where it failed, as class and method
 * @param count how many calls wait
 * @param unknown how many of them have an outcome that is not known
 * @param trend how many of them came day by day
 * @param owner who sees to it, "" for nobody
 * @param ticket where it is followed up, "" for none
 * @param link the same as an address, "" if it is none
 * @param note how what operators wrote about it begins, "" for nothing
 * @param first when the first was parked
 * @param last when the last was parked
 * @param age how long ago that was
 */
public record GroupRow(
        String query,
        String cause,
        Bulk bulk,
        String application,
        String operation,
        String exception,
        String message,
        String frame,
        long count,
        long unknown,
        Trend trend,
        String owner,
        String ticket,
        String link,
        String note,
        String first,
        String last,
        String age) {

    private static final int LONGEST_MESSAGE = 300;

    static GroupRow of(CauseGroup group, Bulk bulk, Times times) {
        String exception = group.exception();
        CauseNote.Text text = group.note().map(CauseNote::text).orElse(CauseNote.Text.NONE);
        return new GroupRow(
                CausePage.query(group.id()).text(),
                group.cause(),
                bulk,
                group.application(),
                group.operation(),
                exception.substring(exception.lastIndexOf('.') + 1),
                shortened(group.message()),
                group.frame(),
                group.count(),
                group.unknown(),
                Trend.of(group.days()),
                text.owner(),
                text.ticket(),
                CausePage.link(text.ticket()),
                shortened(text.note()),
                times.at(group.first()),
                times.at(group.last()),
                times.since(group.last()));
    }

    private static String shortened(String message) {
        int length = message.codePointCount(0, message.length());
        return length <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…";
    }
}

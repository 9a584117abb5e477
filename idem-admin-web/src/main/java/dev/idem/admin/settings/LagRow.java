package dev.idem.admin.settings;

import dev.idem.admin.web.Times;
import dev.idem.inspect.PurgeLag;

/**
 * How far the purge is with rows of a kind.
 *
 * @param what the rows
 * @param kept how long they stay by default once their time is over
 * @param age for how long the oldest has been there since, "" if there is none
 * @param since since when, "" if there is none
 */
public record LagRow(String what, String kept, String age, String since) {

    static LagRow of(PurgeLag lag, Times times) {
        return new LagRow(
                what(lag.kind()),
                kept(lag.kind()),
                lag.oldest().map(times::since).orElse(""),
                lag.oldest().map(times::at).orElse(""));
    }

    private static String what(PurgeLag.Kind kind) {
        return switch (kind) {
            case RECORDS -> "Finished and failed keys";
            case ATTEMPTS -> "Failed attempts";
            case CONFLICTS -> "Calls with other arguments";
            case TOKENS -> "One-time tokens";
            case REQUESTS -> "Operators' requests";
            case RUNS -> "Runs";
            case MESSAGES -> "Sent messages";
            case DRAFTS -> "Drafts of edits";
        };
    }

    private static String kept(PurgeLag.Kind kind) {
        return switch (kind) {
            case RECORDS, ATTEMPTS, MESSAGES, DRAFTS -> "no longer";
            case CONFLICTS -> "7 days (idem.purge.keep-conflicts)";
            case TOKENS -> "7 days (idem.purge.keep-tokens)";
            case REQUESTS, RUNS -> "31 days (idem.purge.keep-requests)";
        };
    }
}

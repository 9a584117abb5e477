package dev.idem.admin.tokens;

import dev.idem.admin.web.Times;
import dev.idem.inspect.TokenLine;

/**
 * A token in the list.
 *
 * @param id by which people speak of it
 * @param shortId how it begins
 * @param application the application that issued it
 * @param operation the operation it is for
 * @param purpose what for
 * @param subject whom it was issued for, masked
 * @param state its state in words
 * @param issued when it was issued
 * @param age how long ago that was
 * @param expires until when it is good
 * @param used when a call used it, "" if none did
 * @param late how often it came again after it was used
 */
public record TokenRow(
        String id,
        String shortId,
        String application,
        String operation,
        String purpose,
        String subject,
        TokenBadge state,
        String issued,
        String age,
        String expires,
        String used,
        int late) {

    private static final int SHOWN = 2;
    private static final int SHORT = 8;

    static TokenRow of(TokenLine line, Times times) {
        return new TokenRow(
                line.publicId(),
                shortened(line.publicId()),
                line.application(),
                line.operation(),
                line.purpose(),
                masked(line.subject()),
                TokenBadge.of(line.state()),
                times.at(line.issuedAt()),
                times.since(line.issuedAt()),
                times.at(line.expiresAt()),
                line.usedAt().map(times::at).orElse(""),
                line.lateAttempts());
    }

    private static String shortened(String id) {
        return id.length() <= SHORT ? id : id.substring(0, SHORT) + "…";
    }

    /** Enough to tell two people apart on one page; who needs the name opens the token. */
    public static String masked(String subject) {
        if (subject.isEmpty()) {
            return "nobody known";
        }
        int length = subject.codePointCount(0, subject.length());
        return length <= SHOWN ? "…" : subject.substring(0, subject.offsetByCodePoints(0, SHOWN)) + "…";
    }
}

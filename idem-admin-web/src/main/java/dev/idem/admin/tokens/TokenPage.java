package dev.idem.admin.tokens;

import dev.idem.admin.web.Times;
import dev.idem.inspect.Count;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.util.ArrayList;
import java.util.List;

/**
 * What a token's page shows. The token's value is not kept anywhere, so nobody can show it.
 *
 * @param id by which people speak of it
 * @param application the application that issued it
 * @param operation the operation it is for
 * @param purpose what for
 * @param subject whom it was issued for
 * @param state its state in words
 * @param late how often it came again after it was used
 * @param record the record of its one call, "" if there is none
 * @param history what happened to it, the first first
 * @param hindrance why it cannot be revoked, "" if it can
 * @param group the same of all good tokens of its subject and purpose
 * @param audits whether this operator may read the audit trail
 */
public record TokenPage(
        String id,
        String application,
        String operation,
        String purpose,
        String subject,
        TokenBadge state,
        int late,
        String record,
        List<Event> history,
        String hindrance,
        Group group,
        boolean audits) {

    private static final String NOBODY = "nobody known";

    static TokenPage of(TokenLine line, String record, Count good, Operator operator, Times times) {
        return new TokenPage(
                line.publicId(),
                line.application(),
                line.operation(),
                line.purpose(),
                named(line.subject()),
                TokenBadge.of(line.state()),
                line.lateAttempts(),
                record,
                history(line, times),
                hindrance(line, operator),
                new Group(good.text(), hindrance(good, operator)),
                operator.may(Permission.VIEW_AUDIT));
    }

    private static List<Event> history(TokenLine line, Times times) {
        List<Event> events = new ArrayList<>();
        events.add(new Event("issued", times.at(line.issuedAt()), by(line.issuedBy())));
        line.usedAt()
                .ifPresent(time -> events.add(
                        new Event("used", times.at(time), by(line.usedBy().orElse("")))));
        line.revokedAt()
                .ifPresent(time -> events.add(
                        new Event("revoked", times.at(time), by(line.revokedBy().orElse("")))));
        String expiry = line.state() == TokenState.EXPIRED ? "expired" : "expires";
        events.add(new Event(expiry, times.at(line.expiresAt()), ""));
        return events;
    }

    private static String by(String name) {
        return "by " + named(name);
    }

    private static String named(String name) {
        return name.isEmpty() ? NOBODY : name;
    }

    private static String hindrance(TokenLine line, Operator operator) {
        if (!operator.may(Permission.REVOKE)) {
            return missing();
        }
        return line.state() == TokenState.GOOD
                ? ""
                : "the token is " + TokenBadge.of(line.state()).label();
    }

    private static String hindrance(Count good, Operator operator) {
        if (!operator.may(Permission.REVOKE)) {
            return missing();
        }
        return good.number() == 0 ? "none of them is good" : "";
    }

    private static String missing() {
        return "your roles do not include the permission " + Permission.REVOKE;
    }

    /**
     * Something that happened to a token.
     *
     * @param name what
     * @param at when
     * @param by who, "" where nobody did it
     */
    public record Event(String name, String at, String by) {}

    /**
     * The good tokens of the same subject and purpose.
     *
     * @param good how many they are, bounded
     * @param hindrance why they cannot be revoked, "" if they can
     */
    public record Group(String good, String hindrance) {}
}

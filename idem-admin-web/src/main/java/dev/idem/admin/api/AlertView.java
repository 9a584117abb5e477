package dev.idem.admin.api;

import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import java.time.Instant;
import java.util.Optional;

/** An alert and how far the message about its last change is; figure and threshold are numbers, or seconds. */
public record AlertView(
        Alert.Rule rule,
        String subject,
        Optional<String> application,
        Optional<String> operation,
        long figure,
        long threshold,
        boolean raised,
        Instant changed,
        String message,
        int attempts,
        Optional<Instant> delivered,
        Optional<String> error) {

    static AlertView of(AlertLine line) {
        Alert alert = line.alert();
        return new AlertView(
                alert.rule(),
                alert.subject(),
                alert.application(),
                alert.operation(),
                alert.figure(),
                alert.threshold(),
                line.raised(),
                line.changedAt(),
                line.messageId(),
                line.attempts(),
                line.deliveredAt(),
                line.error());
    }
}

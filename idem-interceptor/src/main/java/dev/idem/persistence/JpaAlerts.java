package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Retention;
import dev.idem.engine.Transactions;
import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import dev.idem.inspect.Alerts;
import dev.idem.inspect.Inspection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Alerts in the table {@code idem_alert}. As safe for many threads as its parts. */
final class JpaAlerts implements Alerts {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_ERROR = 500;

    private final AlertRows rows;
    private final Transacted transacted;

    JpaAlerts(Database database, Transactions transactions) {
        this.rows = new AlertRows(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public void hold(Collection<Alert> alerts, Set<Alert.Rule> complete, Instant seenAt) {
        transacted.apart(() -> {
            Map<Digest, AlertRows.Known> known = rows.known();
            alerts.forEach(alert -> hold(alert, Optional.ofNullable(known.get(AlertRows.id(alert)))));
            Set<Digest> holding = alerts.stream().map(AlertRows::id).collect(Collectors.toSet());
            known.forEach((id, row) -> {
                if (row.raised() && complete.contains(row.rule()) && !holding.contains(id)) {
                    rows.clear(id, seenAt);
                }
            });
            rows.old(KEPT).forEach(rows::forget);
            return known;
        });
    }

    private void hold(Alert alert, Optional<AlertRows.Known> known) {
        if (known.isEmpty()) {
            rows.insert(alert);
        } else if (!known.get().raised()) {
            rows.raise(alert);
        }
    }

    @Override
    public Optional<AlertLine> take(Duration lease) {
        return transacted.apart(
                () -> rows.due().filter(line -> rows.take(line.messageId(), line.attempts(), new Retention(0, lease))));
    }

    @Override
    public void delivered(String messageId) {
        transacted.apart(() -> rows.delivered(messageId));
    }

    @Override
    public void failed(String messageId, String error, Duration pause) {
        String kept = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        transacted.apart(() -> rows.failed(messageId, kept, new Retention(0, pause)));
    }

    @Override
    public List<AlertLine> all() {
        return transacted.apart(() -> rows.lines(Inspection.LONGEST_PAGE));
    }
}

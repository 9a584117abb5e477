package dev.idem.admin.dashboard;

import dev.idem.admin.web.Times;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.Count;
import dev.idem.inspect.History;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.UnattendedSender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store says, counted to bounds.
 *
 * @param poison poison messages
 * @param unknown unknown outcomes
 * @param running external effects that are running
 * @param keys records of all states
 * @param groups what waits, by cause, the largest first
 * @param waitingMessages messages of the outbox that wait
 * @param parkedMessages messages of the outbox that are parked
 * @param oldestDue since when the oldest message is due
 * @param unattended senders that no node has
 * @param operations the catalogue
 * @param day what was in the last 24 hours
 * @param span what was in the span that is looked at
 * @param times of who looks, by the database clock
 */
record Figures(
        Count poison,
        Count unknown,
        Count running,
        Count keys,
        List<CauseGroup> groups,
        Count waitingMessages,
        Count parkedMessages,
        Optional<Instant> oldestDue,
        List<UnattendedSender> unattended,
        List<OperationInfo> operations,
        List<History.Point> day,
        List<History.Point> span,
        Times times) {}

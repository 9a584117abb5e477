package dev.idem.inspect;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator asked for, and what became of it. Immutable.
 *
 * @param id its number
 * @param kind what was asked
 * @param state how far it is
 * @param record the record it is about
 * @param version the version of the record the operator saw
 * @param outcome how it ended, once DONE
 * @param detail more about the outcome, in words
 * @param reason why the operator wanted it
 * @param requestedBy the operator's name
 * @param requestedAt when, by the database clock
 * @param startedAt when a node took it
 * @param finishedAt when it ended
 * @param node the node that took it
 * @param leaseUntil until when that node holds it, unless it gives a sign of life before; a node that died gives none,
 *     and another one takes the request afterwards
 * @param edited whether it brought arguments of its own
 * @param run the number of the run it is an item of
 */
public record RequestLine(
        long id,
        RequestKind kind,
        RequestState state,
        RecordId record,
        int version,
        Optional<RequestOutcome> outcome,
        Optional<String> detail,
        Optional<String> reason,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> node,
        Optional<Instant> leaseUntil,
        boolean edited,
        Optional<Long> run) {}

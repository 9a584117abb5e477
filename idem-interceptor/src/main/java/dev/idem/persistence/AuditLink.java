package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link of the audit chain: an entry, when it was appended, and the hash of the link before.
 *
 * @param previous the hash of the link before
 * @param at in microseconds
 */
record AuditLink(Digest previous, Instant at, AuditEntry entry) {

    /** What the first link follows on. */
    static final Digest NOTHING = Digest.of(new byte[32]);

    private static final String FORMAT = "idem-audit-1";

    static AuditLink of(AuditEntity row) {
        AuditActor actor =
                new AuditActor(row.actor, row.actorType, row.actorRoles, Optional.ofNullable(row.remoteAddress));
        AuditSubject subject = new AuditSubject(
                row.objectType,
                row.objectId,
                Optional.ofNullable(row.application),
                Optional.ofNullable(row.operation),
                Optional.ofNullable(row.keyHash).map(HexFormat.of()::formatHex));
        AuditEntry entry = new AuditEntry(
                row.operationId,
                actor,
                row.verb,
                subject,
                row.outcome,
                Optional.ofNullable(row.reason),
                Optional.ofNullable(row.before),
                Optional.ofNullable(row.after),
                Optional.ofNullable(row.detail));
        return new AuditLink(Digest.of(row.previousHash), row.occurredAt, entry);
    }

    static AuditRecord record(AuditEntity row) {
        AuditLink link = of(row);
        return new AuditRecord(
                row.id, link.at, link.entry, link.previous.hex(), HexFormat.of().formatHex(row.entryHash));
    }

    /** Covers every column but the row's number. */
    Digest hash() {
        AuditActor actor = entry.actor();
        AuditSubject subject = entry.subject();
        return Digest.ofTexts(Stream.of(
                        FORMAT,
                        previous.hex(),
                        at.toString(),
                        entry.operationId(),
                        actor.name(),
                        actor.type().name(),
                        actor.roles(),
                        optional(actor.address()),
                        entry.verb(),
                        subject.type(),
                        subject.id(),
                        optional(subject.application()),
                        optional(subject.operation()),
                        optional(subject.keyHash()),
                        optional(entry.reason()),
                        optional(entry.before()),
                        optional(entry.after()),
                        entry.outcome().name(),
                        optional(entry.detail()))
                .toArray(String[]::new));
    }

    /** So that nothing and "" differ. */
    private static String optional(Optional<String> text) {
        return text.map(value -> "+" + value).orElse("-");
    }
}

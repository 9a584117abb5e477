package dev.idem.inspect;

import java.time.Instant;

/**
 * An entry as it stands in the trail. Immutable, for all threads.
 *
 * @param id its place: a later entry has a greater one; places may be missing where a transaction was rolled back
 * @param at when it was appended, by the database clock, in microseconds
 * @param entry what was appended
 * @param previousHash the hash of the entry before, 64 hexadecimal digits; all zero for the first
 * @param entryHash the hash over {@code previousHash}, {@code at} and {@code entry}, 64 hexadecimal digits
 */
public record AuditRecord(long id, Instant at, AuditEntry entry, String previousHash, String entryHash) {}

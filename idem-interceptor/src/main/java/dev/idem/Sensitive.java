package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a value that no operator is to see: a parameter, a member of a parameter or result at field, getter, setter or record
 * component, or, at the operation's method, its whole result.
 *
 * <p>Operators' tools show {@value dev.idem.inspect.Masks#MASK} in its place, in arguments, results, edits and the audit
 * trail ({@link dev.idem.inspect.Masks}); what a parser or validator says of it is left out. It is stored as it is, so that
 * duplicates get the whole result and a replay the whole arguments: encrypted, with all other payloads, where
 * {@code idem.cipher.key} is set or there is a {@link dev.idem.spi.PayloadCipher}.
 *
 * <p>It is no part of a key (IDEM-0058). It is part of the fingerprint, a SHA-256 digest from which a short value can be
 * guessed: mark such a one {@link NotFingerprinted}, too. Messages of the application's own exceptions are kept with failed
 * attempts as they are; keep the value out of them. More in {@code PRIVACY.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Sensitive {}

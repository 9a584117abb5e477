package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter whose value is the key of the call, instead of {@link IdempotentOperation#key()}.
 *
 * <p>Carried types: {@link CharSequence}, {@link Number}, {@link Boolean}, {@link Character}, {@link Enum},
 * {@link java.util.UUID}, every type with a {@link dev.idem.spi.KeySource} (such as {@code jakarta.jms.Message}), and every
 * other type whose {@code toString()} is its value. Several marked parameters form one
 * key: their texts are joined by {@code ':'} in the order of declaration, with {@code ':'} and {@code '\'} inside a
 * text escaped by {@code '\'}, so that different parameter lists never form the same key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IdempotencyKey {}

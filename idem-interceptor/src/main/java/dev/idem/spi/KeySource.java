package dev.idem.spi;

import java.util.Optional;

/**
 * Finds the key of a call in an argument, such as a broker's message, so that a listener needs neither {@code key()} nor
 * {@link dev.idem.IdempotencyKey @IdempotencyKey}. An application brings its own as a CDI bean
 * ({@code @ApplicationScoped}); Idem brings one for {@code jakarta.jms.Message}.
 *
 * <p>It serves every operation with exactly one parameter of type {@code T}, or a subtype of it, that says nothing else
 * about its key; a parameter marked {@code @IdempotencyKey} is read by it, too. Of several that fit, the application's
 * own goes before Idem's, then the most specific {@code T}; two of the application for the same {@code T}, or two
 * parameters that could be read, fail the deployment (IDEM-0005).
 *
 * <p>Contract: the same business event has the same key, however often and under whatever broker id it is delivered: an
 * order number, a payment's serial number, an id the producer chose before it sent for the first time. What the broker
 * assigns is no key: a producer that lost the broker's answer sends again, and the broker assigns another one. The value is
 * never null, and must be as it was when the method returns: nothing consumed, no position moved. All methods may be
 * called from many threads at once.
 *
 * @param <T> the parameter type
 */
public interface KeySource<T> {

    /**
     * The key of the call that carries a value.
     *
     * @param value the argument
     * @return 1 to 255 characters without control characters; empty if it carries no key, which throws
     *     {@link dev.idem.MissingKeyException} before anything happens
     * @throws RuntimeException if it cannot be read; the caller gets an {@link dev.idem.InvalidKeyException} with it as
     *     cause. Its message must not hold the key
     */
    Optional<String> key(T value);

    /**
     * What the transport calls this delivery, such as a {@code JMSMessageID}: shown to operators, never a key.
     *
     * @param value the argument
     * @return the id, of which 255 characters are kept; empty (the default) if there is none
     */
    default Optional<String> deliveryId(T value) {
        return Optional.empty();
    }
}

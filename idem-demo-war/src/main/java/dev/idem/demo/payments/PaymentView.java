package dev.idem.demo.payments;

import java.math.BigDecimal;

/**
 * A payment as shown.
 *
 * @param paymentId our id
 * @param serialNo the provider's number
 * @param amount what was paid
 */
public record PaymentView(String paymentId, String serialNo, BigDecimal amount) {}

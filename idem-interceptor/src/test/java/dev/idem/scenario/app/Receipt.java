package dev.idem.scenario.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A result with everything in it. */
public record Receipt(String orderId, BigDecimal amount, List<String> items, Instant issued) {}

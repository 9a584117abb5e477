package dev.idem.demo.orders;

/** The states of an order; the only move is from the first to the second. */
enum OrderStatus {
    PENDING_PAYMENT,
    PAID
}

package dev.idem.demo.orders;

/** The states of an order, in the order in which it moves through them. */
enum OrderStatus {
    PENDING_PAYMENT,
    PAID,
    SHIPPED
}

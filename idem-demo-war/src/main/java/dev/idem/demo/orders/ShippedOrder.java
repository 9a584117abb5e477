package dev.idem.demo.orders;

/**
 * The answer to a shipment.
 *
 * @param orderId the order
 * @param status its state
 * @param before the state it was in
 */
public record ShippedOrder(String orderId, String status, String before) {

    @Override
    public String toString() {
        return status + ", was " + before;
    }
}

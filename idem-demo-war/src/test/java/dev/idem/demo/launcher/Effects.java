package dev.idem.demo.launcher;

/**
 * What is in the database for one purchase.
 *
 * @param orders rows of the order
 * @param payments rows of its payment
 * @param coupons rows of its coupon
 */
record Effects(int orders, int payments, int coupons) {

    static final Effects ORDERED_ONCE = new Effects(1, 0, 0);
    static final Effects PAID_WITHOUT_COUPON = new Effects(1, 1, 0);
    static final Effects PAID_ONCE = new Effects(1, 1, 1);

    @Override
    public String toString() {
        return "%d order, %d payment, %d coupon".formatted(orders, payments, coupons);
    }
}

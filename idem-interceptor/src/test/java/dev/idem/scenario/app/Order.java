package dev.idem.scenario.app;

import dev.idem.NotFingerprinted;
import java.math.BigDecimal;
import java.util.List;

/** An argument with everything in it. */
public record Order(
        String id,
        BigDecimal amount,
        List<String> items,
        @NotFingerprinted String sentAt) {

    public static Order of(String id) {
        return new Order(id, new BigDecimal("12.50"), List.of("tea", "milk"), "now");
    }

    public Order amounting(String amount) {
        return new Order(id, new BigDecimal(amount), items, sentAt);
    }

    public Order sentAt(String time) {
        return new Order(id, amount, items, time);
    }
}

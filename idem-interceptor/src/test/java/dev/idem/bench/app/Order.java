package dev.idem.bench.app;

/**
 * The argument of every call.
 *
 * @param id the key
 * @param item what is ordered
 * @param amount how many
 * @param fails whether the body throws after its work
 */
public record Order(String id, String item, int amount, boolean fails) {

    static Order of(String id) {
        return new Order(id, "tea, 250 g", 3, false);
    }

    Order failing() {
        return new Order(id, item, amount, true);
    }
}

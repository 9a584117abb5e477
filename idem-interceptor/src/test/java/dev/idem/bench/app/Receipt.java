package dev.idem.bench.app;

/** A result that is 1 KB of JSON. */
public record Receipt(String id, String text) {

    /** What braces, names and quotes need. */
    private static final int AROUND = "{'id':'','text':''}".length();

    private static final String TEXT = "the quick brown fox jumps over the lazy dog, 1234567890 times. ".repeat(17);

    static Receipt of(Order order) {
        return new Receipt(
                order.id(), TEXT.substring(0, 1024 - AROUND - order.id().length()));
    }
}

package dev.idem.bench.app;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What is measured. */
public enum Case {
    /** A new key, no result. */
    VOID,
    /** A new key, a result of 1 KB. */
    RESULT,
    /** A known key, no result. */
    DUPLICATE_VOID,
    /** A known key, a result of 1 KB. */
    DUPLICATE,
    /** A key whose body is running. */
    CONCURRENT,
    /** A new key; the body throws after its INSERT. */
    FAILING;

    /** Whether its key is known. */
    public boolean isDuplicate() {
        return this == DUPLICATE || this == DUPLICATE_VOID;
    }

    /** Makes a call. */
    void call(Contender contender, String key) throws Exception {
        Order order = Order.of(key);
        switch (this) {
            case RESULT, DUPLICATE -> {
                Receipt receipt = contender.buy(order);
                if (!receipt.equals(Receipt.of(order))) {
                    throw new IllegalStateException("not the first call's result");
                }
            }
            case FAILING -> contender.note(order.failing());
            default -> contender.note(order);
        }
    }

    static String newKey() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

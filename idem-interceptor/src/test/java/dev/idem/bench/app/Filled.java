package dev.idem.bench.app;

import java.util.concurrent.ThreadLocalRandom;

/** Records that were made in SQL: numbered from zero, and all that a call needs to know of one is its number. */
public final class Filled {

    /** One in so many is asked for with its result, and one in so many without. */
    public static final int EVERY = 100;

    private Filled() {}

    /** The key of any of these records that a duplicate may name. */
    static String anyKey(Case duplicate, long records) {
        long group = ThreadLocalRandom.current().nextLong(records / EVERY);
        return key(group * EVERY + (duplicate == Case.DUPLICATE ? 0 : 1));
    }

    /** As long as those of new calls. */
    private static String key(long number) {
        return String.format("%036d", number);
    }
}

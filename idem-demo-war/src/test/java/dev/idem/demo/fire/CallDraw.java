package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Ask;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws calls: the same from the same seed. One thread at a time. */
final class CallDraw {

    private static final List<String> OPERATIONS = List.of(
            "shop.note",
            "shop.note",
            "shop.note",
            "shop.note",
            "shop.buy",
            "shop.buy",
            "shop.buy",
            "shop.buy",
            "till.pay",
            "till.pay",
            "till.pay",
            "web.order",
            "web.order",
            "web.order",
            "shop.decide",
            "shop.tell",
            "shop.tell",
            "post.mail",
            "post.push",
            "web.submit");
    private static final List<String> TENANTS = List.of("", "", "red", "blue");
    private static final int PER_MILLE = 1000;
    private static final int SICK = 4;
    private static final int ERROR = 34;

    private final RandomGenerator random;
    private final String prefix;
    private int count;

    /**
     * A source of calls.
     *
     * @param random where the chance comes from
     * @param prefix what its keys begin with
     */
    CallDraw(RandomGenerator random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    Call next() {
        count++;
        String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
        String mood = mood(operation);
        return Call.of(operation, tenant, prefix + count + suffix(mood), mood);
    }

    /** Keys say what is wrong with a call. */
    static String suffix(String mood) {
        return mood.equals(Ask.WELL) ? "" : "-" + mood;
    }

    /** Whether something with this chance happens. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    private String mood(String operation) {
        int drawn = random.nextInt(PER_MILLE);
        boolean parks =
                List.of("shop.note", "shop.buy", "till.pay", "web.order").contains(operation);
        if (parks && drawn < SICK) {
            return Ask.SICK;
        }
        boolean throwing = parks || operation.equals("shop.tell") || operation.equals("web.submit");
        return throwing && drawn < ERROR ? Ask.ERROR : Ask.WELL;
    }
}

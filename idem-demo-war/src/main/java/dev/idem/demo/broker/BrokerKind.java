package dev.idem.demo.broker;

import java.util.Arrays;
import java.util.Locale;

/** The brokers that the demo knows. */
public enum BrokerKind {
    ARTEMIS("redelivers a message up to 9 times, 0.1 s apart (redelivery-delay, max-delivery-attempts = 10),"
            + " then moves it to the queue DLQ"),
    ROCKETMQ("redelivers a message up to 10 times, 1 s apart (maxReconsumeTimes, messageDelayLevel),"
            + " then moves it to the topic %DLQ%coupons"),
    KAFKA("knows no redelivery: the listener seeks back, up to 9 times, 0.1 s apart,"
            + " then sends the record to the topic payments.succeeded.dead");

    private final String redelivery;

    BrokerKind(String redelivery) {
        this.redelivery = redelivery;
    }

    /**
     * Finds one by its name in {@code -Ddemo.broker=}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BrokerKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.lowerCaseName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be artemis, rocketmq or kafka"));
    }

    /** As it is written in {@code -Ddemo.broker=}. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What becomes of a message whose listener fails: more deliveries than the five attempts of an operation. */
    public String redelivery() {
        return redelivery;
    }
}

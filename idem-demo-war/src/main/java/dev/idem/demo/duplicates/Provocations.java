package dev.idem.demo.duplicates;

import dev.idem.demo.broker.StubbornProducer;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.payments.PaymentSucceeded;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Provokes duplicates: with real time-outs, a broker that really stands still, and a consumer that really dies. */
@ApplicationScoped
public class Provocations {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private static final int MOST_LOOKS = 100;
    private static final int BETWEEN_LOOKS_MILLIS = 100;

    /** One at a time, however often somebody presses: the broker that stands still is everybody's. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build();

    @Resource
    ManagedExecutorService threads;

    @Inject
    ProvocationLog log;

    @Inject
    BrokerProcess broker;

    @Inject
    TwoIds twoIds;

    @Inject
    Instance<StubbornProducer> stubborn;

    /**
     * Submits an order and has it suffer a duplicate. The messages arrive a moment later.
     *
     * @param cause which one
     * @param api where this node's services are
     * @return the order's id
     * @throws Refusal if the cause needs the launcher, and this node was started without it
     */
    public String provoke(Cause cause, URI api) throws Exception {
        if (cause.needsLauncher()) {
            broker.requireLauncher();
        }
        turn.lock();
        try {
            return provokeInTurn(cause, api);
        } finally {
            turn.unlock();
        }
    }

    private String provokeInTurn(Cause cause, URI api) throws Exception {
        String orderId = cause.id() + "-" + UUID.randomUUID().toString().substring(0, 8);
        Provider provider = new Provider(http, api, orderId);
        provider.submit();
        log.begin(orderId, cause);
        switch (cause) {
            case UPSTREAM_RETRY -> {
                provider.callBackTwice("/payments/callbacks");
                provider.callBackTwice("/duplicates/plain-callbacks");
            }
            case PRODUCER_RETRY -> {
                if (stubborn.isResolvable()) {
                    sendStubbornly(orderId);
                } else {
                    sendFirst(new Provider(http, api, orderId + "-0"));
                    broker.paused(provider::callBack);
                }
            }
            case CONSUMER_KILLED -> callBackLater(provider);
            case TWO_IDS -> twoIds.tellTwice(orderId);
        }
        return orderId;
    }

    /** After the answer to who asked for it: the callback ends this node, or the other one. */
    private void callBackLater(Provider provider) {
        threads.submit(() -> {
            provider.callBack();
            return provider.orderId();
        });
    }

    /** In a thread of its own: the dead connection would be part of this one's next transaction. */
    private void sendStubbornly(String orderId) throws Exception {
        threads.submit(() -> {
                    stubborn.get().send(PaymentSucceeded.QUEUE, event(orderId + "-0"), event(orderId), broker::paused);
                    return orderId;
                })
                .get();
    }

    private static String event(String orderId) {
        return new PaymentSucceeded(orderId, "user-" + orderId).json();
    }

    /** Has the producer connect: a broker that stands still would refuse that already, and no answer could be lost. */
    private void sendFirst(Provider provider) throws IOException, InterruptedException {
        provider.submit();
        provider.callBack();
        for (int i = 0; i < MOST_LOOKS && !log.hasCoupon(provider.orderId()); i++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}

package dev.idem.scenario;

import dev.idem.scenario.app.Effects;
import dev.idem.scenario.app.Gates;
import dev.idem.scenario.app.JoinedShop;
import dev.idem.scenario.app.RetrySession;
import dev.idem.scenario.app.RetryShop;
import dev.idem.scenario.app.SessionShop;
import dev.idem.scenario.app.Shop;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the scenarios call, injected into the test inside the server. */
@ExtendWith(ArquillianExtension.class)
public abstract class ScenarioBeans {

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @Inject
    Shop shop;

    @Inject
    JoinedShop joined;

    @Inject
    RetryShop retried;

    @Inject
    SessionShop session;

    @Inject
    RetrySession retrySession;

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Resource(lookup = "java:app/concurrent/callers")
    ManagedExecutorService threads;

    final String id = "key-" + UUID.randomUUID();

    <T> List<Future<T>> submit(int times, Callable<T> task) {
        return IntStream.range(0, times).mapToObj(i -> threads.submit(task)).toList();
    }
}

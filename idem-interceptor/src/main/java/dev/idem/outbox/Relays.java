package dev.idem.outbox;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.OutboxStore;
import dev.idem.engine.Transactions;
import dev.idem.spi.OutboxSender;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;

/** The relays of this node, one for each sender. Safe for use by many threads at once. */
@ApplicationScoped
class Relays implements BackgroundWork {

    private static final Logger LOG = System.getLogger(Relays.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often messages are looked for that wait for a sender which is not there. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final int LONGEST_NODE = 200;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    OutboxStore store;

    @Inject
    Transactions transactions;

    @Inject
    Senders senders;

    @Inject
    Deployment deployment;

    private final Map<String, RelayLoop> loops = new ConcurrentHashMap<>();
    private final List<Future<?>> schedules = new ArrayList<>();

    /** Begins to look for messages, unless this node leaves that to others. */
    @Override
    public void start() {
        OutboxSettings settings = OutboxSettings.of(ConfigProvider.getConfig());
        if (settings.relays()) {
            Committed committed = new Committed(transactions);
            senders.all().forEach(sender -> start(sender, committed, settings));
            schedule(unknownSenders(committed)::look, LOOK);
        }
    }

    private UnknownSenders unknownSenders(Committed committed) {
        List<String> known = senders.all().stream().map(OutboxSender::name).toList();
        return new UnknownSenders(store, committed, deployment.application(), known);
    }

    private void start(OutboxSender sender, Committed committed, OutboxSettings settings) {
        Workplace workplace = new Workplace(
                deployment.application(),
                node() + "/" + UUID.randomUUID(),
                settings,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble(),
                new AtomicBoolean());
        RelayLoop loop = new RelayLoop(new Relay(store, committed, sender, workplace), workplace, executor);
        loops.put(sender.name(), loop);
        schedule(loop::poll, settings.poll());
        LOG.log(Level.DEBUG, "the relay of outbox sender {0} looks every {1}", sender.name(), settings.poll());
    }

    private void schedule(Runnable task, Duration every) {
        long millis = Math.max(1, every.toMillis());
        schedules.add(executor.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Tells a relay that there are messages for it; there may be none on this node. */
    void wake(String sender) {
        RelayLoop loop = loops.get(sender);
        if (loop != null) {
            loop.wake();
        }
    }

    /** Ends, but for messages that are being sent, which are waited for a while. */
    @Override
    public void stop() {
        schedules.forEach(schedule -> schedule.cancel(false));
        schedules.clear();
        loops.forEach((name, loop) -> {
            if (!loop.stop(PATIENCE)) {
                LOG.log(
                        Level.WARNING,
                        "IDEM-0505 outbox sender {0} did not end in time; what it sends now may be sent again",
                        name);
            }
        });
        loops.clear();
    }

    /** Process and host; a process may have been here before under the same name. */
    private static String node() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.length() <= LONGEST_NODE ? name : name.substring(0, LONGEST_NODE);
    }
}

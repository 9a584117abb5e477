package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;

/** A registry of MicroProfile Metrics, as far as it is used. */
final class RecordingRegistry {

    final Map<MetricID, Metadata> metadata = new TreeMap<>();
    private final Map<MetricID, LongAdder> counters = new TreeMap<>();
    private final Map<MetricID, List<Duration>> timers = new TreeMap<>();
    private final Map<MetricID, Supplier<?>> gauges = new TreeMap<>();

    MetricRegistry registry() {
        return proxy(MetricRegistry.class, (name, arguments) -> switch (name) {
            case "counter" -> counter(register(arguments[0], arguments[1]));
            case "timer" -> timer(register(arguments[0], arguments[1]));
            case "gauge" -> gauge(register(arguments[0], arguments[2]), (Supplier<?>) arguments[1]);
            case "remove" -> metadata.remove((MetricID) arguments[0]) != null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private MetricID register(Object described, Object tags) {
        MetricID id = new MetricID(((Metadata) described).getName(), (Tag[]) tags);
        metadata.put(id, (Metadata) described);
        return id;
    }

    private Counter counter(MetricID id) {
        LongAdder count = counters.computeIfAbsent(id, none -> new LongAdder());
        return proxy(Counter.class, (name, arguments) -> {
            count.increment();
            return null;
        });
    }

    private Timer timer(MetricID id) {
        List<Duration> times = timers.computeIfAbsent(id, none -> new ArrayList<>());
        return proxy(Timer.class, (name, arguments) -> {
            times.add((Duration) arguments[0]);
            return null;
        });
    }

    private Gauge<?> gauge(MetricID id, Supplier<?> value) {
        gauges.put(id, value);
        return proxy(Gauge.class, (name, arguments) -> value.get());
    }

    /** The counts of a meter that are not zero, by the values of its tags, as {@code shop/orders.submit/ran}. */
    Map<String, Long> counts(Meter meter) {
        Map<String, Long> found = new TreeMap<>();
        counters.forEach((id, count) -> {
            if (id.getName().equals(meter.registered()) && count.sum() > 0) {
                found.put(values(meter, id), count.sum());
            }
        });
        return found;
    }

    List<Duration> times(Meter meter, String operation) {
        return timers.getOrDefault(
                new MetricID(meter.registered(), new Tag("application", "shop"), new Tag("operation", operation)),
                List.of());
    }

    double gauge(Meter meter) {
        return (double)
                Objects.requireNonNull(gauges.get(new MetricID(meter.registered(), new Tag("application", "shop"))))
                        .get();
    }

    /** Nothing but these meters is registered, each with its unit, tags and meaning. */
    void assertDescribed(Meter... meters) {
        assertThat(metadata.keySet()).extracting(MetricID::getName).containsOnly(registered(meters));
        for (Meter meter : meters) {
            assertThat(metadata.entrySet())
                    .filteredOn(entry -> entry.getKey().getName().equals(meter.registered()))
                    .allSatisfy(entry -> {
                        assertThat(entry.getValue().getUnit()).isEqualTo(unit(meter));
                        assertThat(entry.getValue().getDescription()).isEqualTo(meter.description());
                        assertThat(entry.getKey().getTags()).containsOnlyKeys(meter.tags());
                    });
        }
    }

    private static String unit(Meter meter) {
        if (meter.kind() == Meter.Kind.TIMER) {
            return "nanoseconds";
        }
        return meter.seconds() ? "seconds" : "none";
    }

    private static String[] registered(Meter... meters) {
        return Arrays.stream(meters).map(Meter::registered).toArray(String[]::new);
    }

    private static String values(Meter meter, MetricID id) {
        return String.join(
                "/", meter.tags().stream().map(tag -> id.getTags().get(tag)).toList());
    }

    /** Answers calls by their names. */
    private interface Answers {
        @Nullable
        Object to(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}

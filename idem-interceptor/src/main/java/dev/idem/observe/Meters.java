package dev.idem.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** The metrics of one application in the server's registry. For one thread. */
final class Meters {

    private final MetricRegistry registry;
    private final String application;
    private final List<MetricID> registered = new ArrayList<>();

    Meters(MetricRegistry registry, String application) {
        this.registry = registry;
        this.application = application;
    }

    Counter counter(Meter meter, String... values) {
        Tag[] tags = tags(meter, values);
        return noted(meter, tags, registry.counter(metadata(meter), tags));
    }

    Timer timer(Meter meter, String... values) {
        Tag[] tags = tags(meter, values);
        return noted(meter, tags, registry.timer(metadata(meter), tags));
    }

    void gauge(Meter meter, Supplier<Double> value) {
        Tag[] tags = tags(meter);
        noted(meter, tags, registry.gauge(metadata(meter), value, tags));
    }

    /** Takes out of the registry what was put in. */
    void remove() {
        registered.forEach(registry::remove);
        registered.clear();
    }

    private <T> T noted(Meter meter, Tag[] tags, T metric) {
        registered.add(new MetricID(meter.registered(), tags));
        return metric;
    }

    private Tag[] tags(Meter meter, String... values) {
        Tag[] tags = new Tag[meter.tags().size()];
        tags[0] = new Tag(Meter.APPLICATION, application);
        for (int i = 1; i < tags.length; i++) {
            tags[i] = new Tag(meter.tags().get(i), values[i - 1]);
        }
        return tags;
    }

    private static Metadata metadata(Meter meter) {
        return Metadata.builder()
                .withName(meter.registered())
                .withDescription(meter.description())
                .withUnit(unit(meter))
                .build();
    }

    /** That of a timer is the one it keeps its values in: a server converts them to seconds by it. */
    private static String unit(Meter meter) {
        if (meter.kind() == Meter.Kind.TIMER) {
            return MetricUnits.NANOSECONDS;
        }
        return meter.seconds() ? MetricUnits.SECONDS : MetricUnits.NONE;
    }
}

package dev.idem.demo.broker;

import dev.idem.demo.broker.kafka.Kafka;
import dev.idem.demo.broker.rocketmq.RocketMq;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The broker that {@code demo.broker} names, at {@code demo.broker.address}; Artemis needs none of this. */
@ApplicationScoped
public class Brokers {

    @Resource
    ManagedExecutorService threads;

    private final CouponDesk desk;
    private final BrokerKind kind;
    private final String address;
    private Optional<Broker> broker = Optional.empty();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    Brokers() {
        this(null, "artemis", "");
    }

    @Inject
    Brokers(
            CouponDesk desk,
            @ConfigProperty(name = "demo.broker", defaultValue = "artemis") String kind,
            @ConfigProperty(name = "demo.broker.address", defaultValue = "127.0.0.1") String address) {
        this.desk = desk;
        this.kind = BrokerKind.named(kind);
        this.address = address;
    }

    void connect(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object start) {
        broker = switch (kind) {
            case ARTEMIS -> Optional.empty();
            case ROCKETMQ -> Optional.of(RocketMq.connect(address, desk::accept));
            case KAFKA -> Optional.of(Kafka.connect(address, desk::accept, threads));
        };
    }

    /** Which one it is. */
    public BrokerKind kind() {
        return kind;
    }

    Optional<Broker> broker() {
        return broker;
    }

    @PreDestroy
    void disconnect() {
        broker.ifPresent(Broker::close);
    }
}

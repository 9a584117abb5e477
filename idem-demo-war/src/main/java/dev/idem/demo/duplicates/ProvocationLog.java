package dev.idem.demo.duplicates;

import dev.idem.demo.broker.Arrival;
import dev.idem.demo.broker.Brokers;
import dev.idem.demo.coupons.CouponService;
import dev.idem.demo.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what was provoked, and what arrived then, in the database: all nodes share it, and it outlives them. */
@ApplicationScoped
public class ProvocationLog {

    private static final int SHOWN = 10;

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    CouponService coupons;

    @Inject
    PlainCoupons plain;

    @Inject
    Brokers brokers;

    @Inject
    @ConfigProperty(name = "demo.node", defaultValue = "the only node")
    @SuppressWarnings("NullAway.Init")
    String node;

    @Transactional
    public void begin(String orderId, Cause cause) {
        database.persist(new Provocation(orderId, cause, brokers.kind().lowerCaseName(), System.currentTimeMillis()));
    }

    /** Notes a message, if its order was provoked. */
    @Transactional
    public void note(String orderId, Arrival arrival) {
        if (database.find(Provocation.class, orderId) != null) {
            database.persist(new ArrivedMessage(orderId, arrival, node, System.currentTimeMillis()));
        }
    }

    @Transactional
    public Optional<Cause> causeOf(String orderId) {
        return Optional.ofNullable(database.find(Provocation.class, orderId)).map(Provocation::cause);
    }

    /** Tells, once for an order, that its consumer shall die now. */
    @Transactional
    public boolean takeCrash(String orderId) {
        return database.createQuery("update Provocation p set p.crash = 0 where p.orderId = :order and p.crash = 1")
                        .setParameter("order", orderId)
                        .executeUpdate()
                == 1;
    }

    @Transactional
    public boolean hasCoupon(String orderId) {
        return coupons.countFor(orderId) > 0;
    }

    @Transactional
    public ProvocationView view(String orderId) {
        Provocation provocation = database.find(Provocation.class, orderId);
        if (provocation == null) {
            throw Refusal.unknown("provocation", orderId);
        }
        return view(provocation);
    }

    @Transactional
    public List<ProvocationView> latest() {
        return database.createQuery("select p from Provocation p order by p.startedAt desc", Provocation.class)
                .setMaxResults(SHOWN)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    private ProvocationView view(Provocation provocation) {
        return new ProvocationView(
                provocation.orderId(),
                provocation.cause().id(),
                provocation.broker(),
                arrivals(provocation.orderId()),
                coupons.countFor(provocation.orderId()),
                plain.countFor(provocation.orderId()));
    }

    private List<ArrivalView> arrivals(String orderId) {
        return database.createQuery(
                        "select a from ArrivedMessage a where a.orderId = :order order by a.arrivedAt",
                        ArrivedMessage.class)
                .setParameter("order", orderId)
                .getResultStream()
                .map(ArrivedMessage::view)
                .toList();
    }
}

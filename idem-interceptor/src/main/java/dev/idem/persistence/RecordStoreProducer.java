package dev.idem.persistence;

import dev.idem.engine.Payloads;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.management.ManagementFactory;

/** Brings the record store on the container's persistence unit {@code idem}. */
@ApplicationScoped
class RecordStoreProducer {

    private static final int NODE = 255;

    /** The container's proxy: every thread gets the persistence context of its transaction. */
    @PersistenceContext(unitName = "idem")
    EntityManager entityManager;

    @Inject
    Payloads payloads;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @SuppressWarnings("NullAway.Init")
    RecordStoreProducer() {}

    @Produces
    @Singleton
    JpaRecordStore recordStore() {
        return new JpaRecordStore(database(), node());
    }

    @Produces
    @Singleton
    JpaCatalogue catalogue() {
        return new JpaCatalogue(database(), node());
    }

    @Produces
    @Singleton
    JpaHistoryStore historyStore() {
        return new JpaHistoryStore(database(), node());
    }

    @Produces
    @Singleton
    JpaOutboxStore outboxStore() {
        return new JpaOutboxStore(database());
    }

    @Produces
    @Singleton
    JpaPurgeStore purgeStore() {
        return new JpaPurgeStore(database());
    }

    @Produces
    @Singleton
    JpaTokenStore tokenStore() {
        return new JpaTokenStore(database());
    }

    @Produces
    @Singleton
    SchemaCheck schemaCheck() {
        return new SchemaCheck(database());
    }

    @Produces
    @Singleton
    JpaEffectStore effectStore() {
        return new JpaEffectStore(database(), node());
    }

    @Produces
    @Singleton
    JpaStoreFigures storeFigures() {
        return new JpaStoreFigures(database());
    }

    private Database database() {
        return new Database(entityManager, new JtaConnection(transactions), payloads);
    }

    @Produces
    @Singleton
    JpaWorkQueue workQueue() {
        return new JpaWorkQueue(database());
    }

    @Produces
    @Singleton
    JpaRunQueue runQueue() {
        return new JpaRunQueue(database());
    }

    /** Process and host. */
    private static String node() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.length() <= NODE ? name : name.substring(0, NODE);
    }
}

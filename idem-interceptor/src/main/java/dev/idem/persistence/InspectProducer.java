package dev.idem.persistence;

import dev.idem.engine.Payloads;
import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditTrail;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Brings what operators' tools use on the container's persistence unit {@code idem}. */
@ApplicationScoped
class InspectProducer {

    /** The container's proxy: every thread gets the persistence context of its transaction. */
    @PersistenceContext(unitName = "idem")
    EntityManager entityManager;

    @Inject
    Payloads payloads;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @SuppressWarnings("NullAway.Init")
    InspectProducer() {}

    @Produces
    @Singleton
    JpaAuditTrail auditTrail(Transactions transactions) {
        return new JpaAuditTrail(database(), transactions);
    }

    @Produces
    @Singleton
    JpaAdminUsers adminUsers(Transactions transactions) {
        return new JpaAdminUsers(database(), transactions, new PasswordHash(PasswordHash.ITERATIONS));
    }

    @Produces
    @Singleton
    JpaUserAdministration userAdministration(Transactions transactions, AuditTrail audit) {
        return new JpaUserAdministration(database(), transactions, audit, new PasswordHash(PasswordHash.ITERATIONS));
    }

    @Produces
    @Singleton
    JpaOutboxInspection outboxInspection(Transactions transactions, AuditTrail audit) {
        return new JpaOutboxInspection(database(), transactions, audit);
    }

    @Produces
    @Singleton
    JpaTokenInspection tokenInspection(Transactions transactions) {
        return new JpaTokenInspection(database(), transactions);
    }

    @Produces
    @Singleton
    JpaTokenActions tokenActions(Transactions transactions, AuditTrail audit) {
        return new JpaTokenActions(database(), transactions, audit);
    }

    @Produces
    @Singleton
    JpaCauseNotes causeNotes(Transactions transactions, AuditTrail audit) {
        return new JpaCauseNotes(database(), transactions, audit);
    }

    @Produces
    @Singleton
    JpaAlerts alerts(Transactions transactions) {
        return new JpaAlerts(database(), transactions);
    }

    @Produces
    @Singleton
    JpaEditDrafts editDrafts(Transactions transactions, AuditTrail audit) {
        return new JpaEditDrafts(database(), transactions, audit);
    }

    @Produces
    @Singleton
    JpaSavedViews savedViews(Transactions transactions, AuditTrail audit) {
        return new JpaSavedViews(database(), transactions, audit);
    }

    @Produces
    @Singleton
    JpaDerivedCalls derivedCalls(Transactions transactions) {
        return new JpaDerivedCalls(database(), transactions);
    }

    @Produces
    @Singleton
    JpaStoreInspection storeInspection(Transactions transactions) {
        return new JpaStoreInspection(database(), transactions);
    }

    @Produces
    @Singleton
    JpaHistory history(Transactions transactions) {
        return new JpaHistory(database(), transactions);
    }

    @Produces
    @Singleton
    JpaRunInspection runInspection(Transactions transactions) {
        return new JpaRunInspection(database(), transactions);
    }

    @Produces
    @Singleton
    JpaRunActions runActions(Transactions transactions, AuditTrail audit) {
        return new JpaRunActions(database(), transactions, audit);
    }

    @Produces
    @Singleton
    JpaApiCalls apiCalls(Transactions transactions) {
        return new JpaApiCalls(database(), transactions);
    }

    private Database database() {
        return new Database(entityManager, new JtaConnection(registry), payloads);
    }

    @Produces
    @Singleton
    JpaInspection inspection(Transactions transactions) {
        return new JpaInspection(database(), transactions);
    }

    @Produces
    @Singleton
    JpaActions actions(Transactions transactions, JpaAuditTrail trail) {
        return new JpaActions(database(), transactions, trail);
    }
}

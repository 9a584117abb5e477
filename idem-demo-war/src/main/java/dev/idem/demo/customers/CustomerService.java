package dev.idem.demo.customers;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.demo.database.FirstRows;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps copies of customers. */
@ApplicationScoped
public class CustomerService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    FirstRows firstRows;

    @Inject
    Runs runs;

    /**
     * Sees to it that there is a copy to be changed. To be called outside a transaction.
     *
     * @param customerId who it is
     */
    public void expect(String customerId) {
        firstRows.see(customerId, new CustomerCopy(customerId));
    }

    /**
     * Takes over a change of the master. Technique: synchronisation guarded by primary key and version. What is older than
     * the copy is ignored, in whatever order it comes; Idem saves the work for what came before.
     *
     * @param customerId who it is
     * @param version the master's version
     * @param name the customer's name
     * @return the copy afterwards
     */
    @IdempotentOperation(name = "customers.copy", scope = Scope.GLOBAL)
    public CustomerView copy(@IdempotencyKey String customerId, @IdempotencyKey long version, String name) {
        return copied(customerId, version, name);
    }

    @Transactional
    public CustomerView copyWithoutIdem(String customerId, long version, String name) {
        return copied(customerId, version, name);
    }

    private CustomerView copied(String customerId, long version, String name) {
        runs.note();
        database.createQuery("update CustomerCopy c set c.name = :name, c.version = :version"
                        + " where c.customerId = :id and c.version < :version")
                .setParameter("name", name)
                .setParameter("version", version)
                .setParameter("id", customerId)
                .executeUpdate();
        return view(customerId);
    }

    @Transactional
    public long count(String customerId, long version) {
        return database.createQuery(
                        "select count(c) from CustomerCopy c where c.customerId = :id and c.version = :version",
                        Long.class)
                .setParameter("id", customerId)
                .setParameter("version", version)
                .getSingleResult();
    }

    @Transactional
    public CustomerView view(String customerId) {
        CustomerCopy copy = database.find(CustomerCopy.class, customerId);
        if (copy == null || copy.version() == 0) {
            throw Refusal.unknown("customer", customerId);
        }
        return copy.view();
    }
}

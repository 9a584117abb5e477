package dev.idem.demo.techniques;

import dev.idem.demo.customers.CustomerService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/** Changes of a customer that come again, and in the wrong order. */
@Dependent
class GuardedCopy implements Technique {

    private static final Profile PROFILE = new Profile(
            "guarded-copy",
            "Guarded synchronisation",
            "A copy is found by its primary key and changed only by a newer version, so that changes may come twice and in any order: here 1, 3 and 2 at once, then 3 and 1 again.",
            "The copy is right, but every repetition is work, and is answered with the state of today.",
            "customers.copy",
            "customers/CustomerService.java",
            """
            @IdempotentOperation(name = "customers.copy", scope = Scope.GLOBAL)
            public CustomerView copy(@IdempotencyKey String customerId, @IdempotencyKey long version, String name) {
                return copied(customerId, version, name);
            }
            …
            database.createQuery("update CustomerCopy c set c.name = :name, c.version = :version"
                            + " where c.customerId = :id and c.version < :version")
            """);

    private static final long NEWEST = 3;

    private final CustomerService customers;

    @Inject
    GuardedCopy(CustomerService customers) {
        this.customers = customers;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        customers.expect(subject);
        return changes()
                .<Callable<String>>mapToObj(version ->
                        () -> customers.copy(subject, version, name(version)).toString())
                .toList();
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        customers.expect(subject);
        return changes()
                .<Callable<String>>mapToObj(version -> () -> customers
                        .copyWithoutIdem(subject, version, name(version))
                        .toString())
                .toList();
    }

    @Override
    public long effects(String subject) {
        return customers.count(subject, NEWEST);
    }

    @Override
    public String key(String subject) {
        return subject + ":" + NEWEST;
    }

    private static LongStream changes() {
        return LongStream.of(1, NEWEST, 2, NEWEST, 1);
    }

    private static String name(long version) {
        return "Name " + version;
    }
}

package dev.idem.scenario.app;

import dev.idem.CurrentOperation;
import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.OnDuplicate;
import dev.idem.OnPoison;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations of a plain CDI bean, called without a transaction. */
@ManagedExecutorDefinition(name = "java:app/concurrent/callers", maxAsync = 80)
@ApplicationScoped
public class Shop {

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Inject
    CurrentOperation current;

    @Inject
    Shop self;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @IdempotentOperation(name = "shop.buy", key = "order.id")
    public Receipt buy(Order order) {
        effects.add(order.id());
        return new Receipt(order.id(), order.amount(), order.items(), Instant.now());
    }

    @IdempotentOperation(name = "shop.note", key = "id")
    public void note(String id) {
        effects.add(id);
    }

    @IdempotentOperation
    public String named(@IdempotencyKey String first, @IdempotencyKey int second) {
        effects.add(first);
        return current.operation() + " " + current.key() + " " + current.attempt() + " " + current.isReplay();
    }

    @IdempotentOperation(name = "shop.values", key = "id")
    public List<Receipt> list(String id) {
        effects.add(id);
        return List.of(new Receipt(id, null, List.of(), Instant.EPOCH));
    }

    @IdempotentOperation(name = "shop.optional", key = "id")
    public Optional<Receipt> optional(String id) {
        effects.add(id);
        return Optional.of(new Receipt(id, null, List.of(), Instant.EPOCH));
    }

    @IdempotentOperation(name = "shop.map", key = "id")
    public Map<String, Integer> map(String id) {
        effects.add(id);
        return Map.of(id, 1);
    }

    @IdempotentOperation(name = "shop.nothing", key = "id")
    public String nothing(String id) {
        effects.add(id);
        return null;
    }

    @IdempotentOperation(name = "shop.wait", key = "id", waitFor = "PT20S")
    public String patient(String id) {
        effects.addAndFlush(id);
        gates.pass(id);
        return "receipt of " + id;
    }

    @IdempotentOperation(name = "shop.fast", key = "id", waitFor = "PT0S")
    public String hasty(String id) {
        effects.addAndFlush(id);
        gates.pass(id);
        return "receipt of " + id;
    }

    @IdempotentOperation(name = "shop.short", key = "id", waitFor = "PT0.3S")
    public String impatient(String id) {
        effects.addAndFlush(id);
        gates.pass(id);
        return "receipt of " + id;
    }

    @IdempotentOperation(name = "shop.fail", key = "id")
    public String fail(String id, String how) throws IOException {
        effects.addAndFlush(id);
        switch (how) {
            case "runtime" -> throw new IllegalStateException("business says no");
            case "checked" -> throw new IOException("checked");
            case "error" -> throw new AssertionError("error");
            case "silent" -> transaction.setRollbackOnly();
            case "constraint" -> {
                effects.addOnceOnly(id, "same");
                effects.addOnceOnly(id, "same");
            }
            default -> {
                return how;
            }
        }
        return how;
    }

    @IdempotentOperation(name = "shop.failOnce", key = "id", checkArguments = false, waitFor = "PT20S")
    public String failAtGate(String id, boolean fails) {
        effects.addAndFlush(id);
        if (fails) {
            gates.pass(id);
            throw new IllegalStateException("rolled back");
        }
        return "taken over";
    }

    @IdempotentOperation(name = "shop.unstorable", key = "id")
    public Object unstorable(String id) {
        effects.add(id);
        return new Unstorable();
    }

    @IdempotentOperation(name = "shop.poison", key = "order.id", maxAttempts = 3)
    public void poison(Order order, boolean fails) {
        effects.add(order.id());
        if (fails) {
            throw new IllegalStateException("never works");
        }
    }

    @IdempotentOperation(name = "shop.parkOn", key = "id", parkOn = IllegalArgumentException.class)
    public void parkAtOnce(String id) {
        throw new NumberFormatException(id);
    }

    @IdempotentOperation(name = "shop.acknowledge", key = "id", maxAttempts = 1, onPoison = OnPoison.ACKNOWLEDGE)
    public void acknowledge(String id) {
        throw new IllegalStateException("never works");
    }

    @IdempotentOperation(name = "shop.reject", key = "id", onDuplicate = OnDuplicate.REJECT)
    public void reject(String id) {
        effects.add(id);
    }

    @IdempotentOperation(name = "shop.skip", key = "id", skipIf = "done or knowledge.has(id)")
    public void skip(String id, boolean done) {
        effects.add(id);
    }

    @IdempotentOperation(name = "shop.outer", key = "id")
    public String reenter(String id) {
        effects.add(id);
        try {
            return self.reenter(id);
        } catch (dev.idem.OperationInProgressException refused) {
            return "refused";
        }
    }

    /** Writes something that stays in the middle of what does not. */
    @IdempotentOperation(name = "shop.audited", key = "id")
    public String auditedFailure(String id, boolean fails) {
        effects.addAndFlush("before " + id);
        effects.addForGood("audit of " + id);
        effects.addAndFlush("after " + id);
        if (fails) {
            throw new IllegalStateException("fails after the audit");
        }
        return "audited";
    }

    /** Writes by plain JDBC and by JPA. */
    @IdempotentOperation(name = "shop.jdbc", key = "id")
    public String byJdbc(String id, boolean fails) {
        effects.addByJdbc(id);
        effects.addAndFlush(id);
        if (fails) {
            throw new IllegalStateException("fails after JDBC");
        }
        return "by JDBC";
    }

    /** Reads through the application's unit while its claim holds a connection. */
    @IdempotentOperation(name = "shop.read", key = "id")
    public boolean readAndAdd(String id) {
        boolean known = effects.known(id);
        effects.addAndFlush(id);
        return known;
    }

    /** Swallows what the database says, and returns normally. */
    @IdempotentOperation(name = "shop.swallow", key = "id")
    public void swallowDatabaseError(String id) {
        effects.addByJdbc(id);
        try {
            effects.violateByJdbc();
        } catch (IllegalStateException swallowed) {
            effects.add("swallowed of " + id);
        }
    }

    /** Looks from outside its own transaction. */
    @IdempotentOperation(name = "shop.outside", key = "id")
    public int lookFromOutside(String id) {
        effects.addAndFlush(id);
        return effects.count(id);
    }

    @IdempotentOperation(name = "shop.expiring", key = "id", expireAfter = "PT1S")
    public long expiring(String id) {
        effects.add(id);
        return System.nanoTime();
    }

    @IdempotentOperation(name = "shop.mutate", key = "values.get(0)")
    public int mutate(List<String> values) {
        effects.add(values.get(0));
        values.add("added by the body");
        values.set(0, "changed");
        return values.size();
    }

    @IdempotentOperation(name = "shop.configured", key = "id", maxAttempts = 0)
    public void configured(String id) {
        throw new IllegalStateException("never works");
    }

    /** Public, but JSON Binding has no way to carry it. */
    public static final class Unstorable {

        @SuppressWarnings("DoNotCallSuggester")
        public Thread getThread() {
            throw new IllegalStateException("not to be read");
        }
    }
}

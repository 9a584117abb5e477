package dev.idem.demo.techniques;

import dev.idem.demo.inventory.InventoryService;
import dev.idem.demo.inventory.NewDeduction;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** Stock that is deducted by who knows its version. */
@Dependent
class OptimisticVersion implements Technique {

    private static final Profile PROFILE = new Profile(
            "optimistic",
            "Optimistic version",
            "The caller says which version it has seen, and the statement changes only that one; versions never come back, so a number of pieces that does (ABA) deceives nobody.",
            "The effect is right, but who repeats is told that the stock has changed, by its own deduction; who then looks and tries again deducts twice.",
            "inventory.deduct",
            "inventory/InventoryService.java",
            """
            @IdempotentOperation(name = "inventory.deduct", scope = Scope.GLOBAL)
            public StockView deduct(@IdempotencyKey String sku, @IdempotencyKey String deductionId, NewDeduction deduction) {
                return deducted(sku, deduction);
            }
            …
            int changed = database.createQuery("update Stock s set s.stock = s.stock - :quantity, s.version = s.version + 1"
                            + " where s.sku = :sku and s.version = :version and s.stock >= :quantity")
            """);

    private final InventoryService inventory;

    @Inject
    OptimisticVersion(InventoryService inventory) {
        this.inventory = inventory;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        inventory.stock(subject);
        return Repeated.call(
                () -> inventory.deduct(subject, subject, three(subject)).toString());
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        inventory.stock(subject);
        return Repeated.call(
                () -> inventory.deductWithoutIdem(subject, three(subject)).toString());
    }

    @Override
    public long effects(String subject) {
        return inventory.count(subject);
    }

    @Override
    public String key(String subject) {
        return subject + ":" + subject;
    }

    private static NewDeduction three(String deductionId) {
        return new NewDeduction(deductionId, BigDecimal.valueOf(3), BigDecimal.ZERO);
    }
}

package dev.idem.demo.inventory;

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

/** Keeps the stock. Of every article there are 100 pieces, version 0, until the first deduction. */
@ApplicationScoped
public class InventoryService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    FirstRows firstRows;

    @Inject
    Runs runs;

    /**
     * Writes down what is in stock of an article, unless it is. To be called outside a transaction.
     *
     * @param sku the article
     */
    public void stock(String sku) {
        firstRows.see(sku, new Stock(sku));
    }

    /**
     * Deducts from stock. Technique: optimistic version, safe against ABA. It succeeds for who has seen the latest change;
     * with Idem the same deduction again gets its first answer instead of being told that the stock has changed, by itself.
     *
     * @param sku the article
     * @param deductionId the caller's name of the deduction
     * @param deduction how many, and the version that the caller has seen
     * @return the stock afterwards
     * @throws Refusal when the stock has changed since, or is short
     */
    @IdempotentOperation(name = "inventory.deduct", scope = Scope.GLOBAL)
    public StockView deduct(@IdempotencyKey String sku, @IdempotencyKey String deductionId, NewDeduction deduction) {
        return deducted(sku, deduction);
    }

    @Transactional
    public StockView deductWithoutIdem(String sku, NewDeduction deduction) {
        return deducted(sku, deduction);
    }

    private StockView deducted(String sku, NewDeduction deduction) {
        runs.note();
        int changed = database.createQuery("update Stock s set s.stock = s.stock - :quantity, s.version = s.version + 1"
                        + " where s.sku = :sku and s.version = :version and s.stock >= :quantity")
                .setParameter("quantity", deduction.pieces())
                .setParameter("sku", sku)
                .setParameter("version", deduction.seenVersion())
                .executeUpdate();
        StockView now = view(sku);
        if (changed == 0) {
            throw refusal(now, deduction);
        }
        database.persist(new Deduction(sku, deduction));
        database.flush();
        return now;
    }

    private static Refusal refusal(StockView now, NewDeduction deduction) {
        return now.version() == deduction.seenVersion()
                ? Refusal.conflict("Stock is short", "There are " + now.stock() + " pieces of '" + now.sku() + "'.")
                : Refusal.conflict(
                        "Stock has changed",
                        "The version of '" + now.sku() + "' is " + now.version() + ". Look at it and decide again.");
    }

    @Transactional
    public StockView view(String sku) {
        Stock stock = database.find(Stock.class, sku);
        return stock == null ? new Stock(sku).view() : stock.view();
    }

    @Transactional
    public long count(String deductionId) {
        return database.createQuery("select count(d) from Deduction d where d.deductionId = :id", Long.class)
                .setParameter("id", deductionId)
                .getSingleResult();
    }
}

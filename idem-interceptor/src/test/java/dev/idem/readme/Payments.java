package dev.idem.readme;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;

// snippet
@ApplicationScoped
public class Payments {
    @PersistenceContext
    EntityManager database;

    @IdempotentOperation(name = "payments.settle", key = "callback.serialNo", scope = Scope.GLOBAL)
    public Receipt settle(Callback callback) {
        database.persist(new Payment(callback.serialNo(), callback.orderId(), callback.amount()));
        return new Receipt(callback.orderId(), "PAID");
    }
}
// end

record Callback(String serialNo, String orderId, BigDecimal amount) {}

record Payment(String serialNo, String orderId, BigDecimal amount) {}

record Receipt(String orderId, String status) {}

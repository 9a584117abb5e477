package shop;

import dev.idem.CurrentOperation;
import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import dev.idem.NotFingerprinted;
import dev.idem.OnDuplicate;
import dev.idem.OnPoison;
import dev.idem.OnUnknownOutcome;
import dev.idem.Scope;
import dev.idem.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Instant;

@ApplicationScoped
public class Shop {

    @Inject
    Journal journal;

    @Inject
    Provider provider;

    @Inject
    CurrentOperation operation;

    @IdempotentOperation(
            name = "shop.order",
            key = "order.id",
            scope = Scope.GLOBAL,
            onDuplicate = OnDuplicate.RETURN_STORED,
            waitFor = "PT2S",
            expireAfter = "P1M",
            cacheFor = "PT5S",
            storeOn = SoldOut.class)
    public Receipt order(Order order) {
        int number = journal.write("order " + order.id());
        if (order.item().equals("rare")) {
            throw new SoldOut(order.item(), 0);
        }
        return new Receipt(order.id(), number);
    }

    @IdempotentOperation(
            name = "shop.ship",
            skipIf = "shipments.sent(orderId)",
            scope = Scope.GLOBAL,
            checkArguments = true,
            maxAttempts = 2,
            parkOn = IllegalArgumentException.class,
            onPoison = OnPoison.ACKNOWLEDGE)
    public void ship(@IdempotencyKey String orderId, @Sensitive String address, @NotFingerprinted Instant at) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("no address");
        }
        if (address.equals("nowhere")) {
            throw new IllegalStateException("no way there");
        }
        journal.write("ship " + orderId);
    }

    /** As if the row had been written before Idem came into the house. */
    @Transactional
    public void shippedByHand(String orderId) {
        journal.write("ship " + orderId);
    }

    @IdempotentOperation(name = "shop.subscribe", key = "mail", scope = Scope.GLOBAL, onDuplicate = OnDuplicate.REJECT)
    public void subscribe(String mail) {
        journal.write("subscribe " + mail);
    }

    @IdempotentOperation(
            name = "shop.charge",
            key = "orderId",
            scope = Scope.GLOBAL,
            mode = Mode.EXTERNAL_EFFECT,
            lease = "PT20S",
            noEffectOn = ConnectException.class,
            onUnknownOutcome = OnUnknownOutcome.PARK)
    public String charge(String orderId, String how) throws ConnectException, SocketTimeoutException {
        return provider.charge(operation.key(), how);
    }

    @IdempotentOperation(
            name = "shop.notify",
            key = "orderId",
            scope = Scope.GLOBAL,
            mode = Mode.EXTERNAL_EFFECT,
            onUnknownOutcome = OnUnknownOutcome.RUN_AGAIN)
    public String tell(String orderId) throws SocketTimeoutException {
        return provider.tell(operation.key());
    }
}

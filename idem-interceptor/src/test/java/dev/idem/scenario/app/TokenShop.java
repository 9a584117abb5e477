package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.InvalidTokenException;
import dev.idem.KeyType;
import dev.idem.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Operations whose calls bring a one-time token. */
@ApplicationScoped
public class TokenShop {

    /** A form with a token among its fields. */
    public record Form(String token, String id) {}

    @Inject
    Effects effects;

    @Inject
    TokenShop self;

    private final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** The token is the only text. */
    @IdempotentOperation(name = "token.buy", keyType = KeyType.TOKEN, storeOn = OutOfStock.class)
    public String buy(String token, Order order) {
        effects.addAndFlush(order.id());
        failWhileBroken(order.id());
        return "bought " + UUID.randomUUID();
    }

    @IdempotentOperation(name = "token.submit", keyType = KeyType.TOKEN, key = "form.token", maxAttempts = 1)
    public String submit(Form form) {
        seen.add(form.token());
        effects.add(form.id());
        failWhileBroken(form.id());
        return "submitted " + form.id();
    }

    /** Its effect is outside the database. */
    @IdempotentOperation(
            name = "token.pay",
            keyType = KeyType.TOKEN,
            mode = Mode.EXTERNAL_EFFECT,
            maxAttempts = 2,
            noEffectOn = IllegalArgumentException.class,
            storeOn = OutOfStock.class)
    public String pay(String token, Order order) {
        seen.add(token);
        failWhileBroken(order.id());
        effects.addByJdbc(order.id());
        return "paid " + UUID.randomUUID();
    }

    /** Swallows that its call was refused. */
    @Transactional
    public void swallow(String token, Order order) {
        effects.add("outer of " + order.id());
        try {
            self.buy(token, order);
        } catch (InvalidTokenException refused) {
            effects.add("swallowed of " + order.id());
        }
    }

    public void breakFor(String id) {
        breakFor(id, new IllegalStateException("broken"));
    }

    public void breakFor(String id, RuntimeException failure) {
        broken.put(id, failure);
    }

    public void repair(String id) {
        broken.remove(id);
    }

    /** The tokens that bodies got. */
    public List<String> seen() {
        return seen;
    }

    private void failWhileBroken(String id) {
        if (broken.containsKey(id)) {
            throw broken.get(id);
        }
    }
}

package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.InvalidTokenException;
import dev.idem.KeyType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
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

    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** The token is the only text. */
    @IdempotentOperation(name = "token.buy", keyType = KeyType.TOKEN)
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
        broken.add(id);
    }

    public void repair(String id) {
        broken.remove(id);
    }

    /** The tokens that bodies got. */
    public List<String> seen() {
        return seen;
    }

    private void failWhileBroken(String id) {
        if (broken.contains(id)) {
            throw new IllegalStateException("broken");
        }
    }
}

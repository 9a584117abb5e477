package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes and gives back what operators must not see. Parks at the first failure. */
@ApplicationScoped
public class CardShop {

    @Inject
    Effects effects;

    @Inject
    ReplayShop failures;

    private final Map<String, List<Card>> charged = new ConcurrentHashMap<>();

    @IdempotentOperation(name = "card.pay", key = "id", maxAttempts = 1)
    public Card pay(String id, Card card) {
        charged.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(card);
        effects.add(id);
        failures.failWhileBroken(id);
        return card;
    }

    public List<Card> charged(String id) {
        return charged.getOrDefault(id, List.of());
    }
}

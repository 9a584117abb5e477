package dev.idem.readme;

import dev.idem.CurrentOperation;
import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

@ApplicationScoped
class Cards {

    private final Provider provider;
    private final CurrentOperation current;

    Cards(Provider provider, CurrentOperation current) {
        this.provider = provider;
        this.current = current;
    }

    // snippet
    @IdempotentOperation(name = "cards.pay", key = "order.id", mode = Mode.EXTERNAL_EFFECT, noEffectOn = Declined.class)
    public Charge charge(Order order) { // no transaction around it
        return provider.charge(current.key(), order.card(), order.amount()); // current: a CurrentOperation
    }
    // end

    record Order(String id, String card, BigDecimal amount) {}

    record Charge(String number) {}

    static final class Declined extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    interface Provider {
        Charge charge(String key, String card, BigDecimal amount);
    }
}

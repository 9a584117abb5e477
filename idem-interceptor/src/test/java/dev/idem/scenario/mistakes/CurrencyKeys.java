package dev.idem.scenario.mistakes;

import dev.idem.spi.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.Optional;

/** One of two key sources for a type. */
@ApplicationScoped
public class CurrencyKeys implements KeySource<Currency> {

    @Override
    public Optional<String> key(Currency value) {
        return Optional.of(value.getCurrencyCode());
    }
}

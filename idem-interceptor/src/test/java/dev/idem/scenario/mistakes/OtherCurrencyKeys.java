package dev.idem.scenario.mistakes;

import dev.idem.spi.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.Optional;

/** The other one: nobody could tell which is meant. */
@ApplicationScoped
public class OtherCurrencyKeys implements KeySource<Currency> {

    @Override
    public Optional<String> key(Currency value) {
        return Optional.of(value.getDisplayName());
    }
}

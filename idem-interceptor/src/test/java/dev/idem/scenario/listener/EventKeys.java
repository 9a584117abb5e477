package dev.idem.scenario.listener;

import dev.idem.spi.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The application's own key source. */
@ApplicationScoped
public class EventKeys implements KeySource<Event> {

    @Override
    public Optional<String> key(Event event) {
        return Optional.ofNullable(event.id());
    }

    @Override
    public Optional<String> deliveryId(Event event) {
        return Optional.of("event " + event.id());
    }
}

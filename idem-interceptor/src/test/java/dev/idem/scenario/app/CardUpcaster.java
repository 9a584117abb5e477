package dev.idem.scenario.app;

import dev.idem.spi.ResultUpcaster;
import jakarta.enterprise.context.ApplicationScoped;

/** Once a card's number was called pan. */
@ApplicationScoped
public class CardUpcaster implements ResultUpcaster {

    @Override
    public String operation() {
        return "card.pay";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String upcast(String json, int version) {
        return json.replace("\"pan\"", "\"number\"");
    }
}

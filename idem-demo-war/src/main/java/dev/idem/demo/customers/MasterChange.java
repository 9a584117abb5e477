package dev.idem.demo.customers;

import dev.idem.demo.http.Fields;
import java.math.BigDecimal;

/**
 * What the master says of a customer.
 *
 * @param name the customer's name
 * @param version how often the master has changed it, from 1
 */
public record MasterChange(String name, BigDecimal version) {

    public MasterChange {
        name = Fields.text("name", name);
        version = Fields.whole("version", version, 1, Long.MAX_VALUE);
    }
}

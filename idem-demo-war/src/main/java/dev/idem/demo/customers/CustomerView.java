package dev.idem.demo.customers;

/**
 * A customer as last heard of.
 *
 * @param customerId who it is
 * @param name the customer's name
 * @param version how often the master has changed it
 */
public record CustomerView(String customerId, String name, long version) {

    @Override
    public String toString() {
        return "version " + version;
    }
}

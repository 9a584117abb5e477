package dev.idem.demo.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer as last heard of; version 0 before anything was heard. */
@Entity
@Table(name = "demo_customer")
public class CustomerCopy {

    @Id
    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "customer_name")
    private String name;

    // no @Version: it is the master's
    @Column(name = "master_version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CustomerCopy() {}

    CustomerCopy(String customerId) {
        this.customerId = customerId;
        this.name = "-";
    }

    long version() {
        return version;
    }

    CustomerView view() {
        return new CustomerView(customerId, name, version);
    }
}

package dev.idem.demo.customers;

import dev.idem.demo.http.Fields;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /customers/{customerId}}: takes over what the master says of a customer, and shows the copy. */
@Path("customers/{customerId}")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {

    private final CustomerService customers;

    @Inject
    public CustomersResource(CustomerService customers) {
        this.customers = customers;
    }

    @PUT
    public CustomerView copy(@PathParam("customerId") String customerId, MasterChange change) {
        customers.expect(Fields.text("customerId", customerId));
        return customers.copy(customerId, change.version().longValueExact(), change.name());
    }

    @GET
    public CustomerView view(@PathParam("customerId") String customerId) {
        return customers.view(customerId);
    }
}

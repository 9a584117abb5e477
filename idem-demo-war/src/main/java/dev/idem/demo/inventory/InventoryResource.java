package dev.idem.demo.inventory;

import dev.idem.demo.http.Fields;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /inventory/{sku}}: shows the stock of an article, and deducts from it. */
@Path("inventory/{sku}")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InventoryResource {

    private final InventoryService inventory;

    @Inject
    public InventoryResource(InventoryService inventory) {
        this.inventory = inventory;
    }

    @GET
    public StockView view(@PathParam("sku") String sku) {
        return inventory.view(Fields.text("sku", sku));
    }

    @POST
    @Path("deductions")
    public StockView deduct(@PathParam("sku") String sku, NewDeduction deduction) {
        inventory.stock(Fields.text("sku", sku));
        return inventory.deduct(sku, deduction.deductionId(), deduction);
    }
}

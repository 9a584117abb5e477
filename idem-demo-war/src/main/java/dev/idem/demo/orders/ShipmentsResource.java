package dev.idem.demo.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /orders/{orderId}/shipments}: ships an order that is paid. */
@Path("orders/{orderId}/shipments")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentsResource {

    private final ShippingService shipping;

    @Inject
    public ShipmentsResource(ShippingService shipping) {
        this.shipping = shipping;
    }

    @POST
    public ShippedOrder ship(@PathParam("orderId") String orderId) {
        return shipping.ship(orderId);
    }
}

package shop;

import dev.idem.IdempotencyException;
import dev.idem.IdempotencyTokens;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;

@Path("")
@RequestScoped
public class ShopResource {

    @Inject
    Shop shop;

    @Inject
    Journal journal;

    @Inject
    Provider provider;

    @Inject
    IdempotencyTokens tokens;

    @POST
    @Path("orders")
    public Receipt order(Order order) {
        return shop.order(order);
    }

    @POST
    @Path("ship")
    public void ship(@QueryParam("order") String order, @QueryParam("address") String address) {
        shop.ship(order, address, Instant.now());
    }

    @POST
    @Path("shipped-by-hand")
    public void shippedByHand(@QueryParam("order") String order) {
        shop.shippedByHand(order);
    }

    @POST
    @Path("subscribe")
    public void subscribe(@QueryParam("mail") String mail) {
        shop.subscribe(mail);
    }

    @POST
    @Path("charge")
    public Response charge(@QueryParam("order") String order, @QueryParam("how") String how) throws Exception {
        try {
            return Response.ok(shop.charge(order, how)).build();
        } catch (IdempotencyException idems) {
            throw idems;
        } catch (IOException failure) {
            return Response.status(502).entity(failure.getMessage()).build();
        }
    }

    @GET
    @Path("charges")
    public int charges(@QueryParam("order") String order) {
        return provider.charges(order);
    }

    @POST
    @Path("tell")
    public Response tell(@QueryParam("order") String order) {
        try {
            return Response.ok(shop.tell(order)).build();
        } catch (IOException failure) {
            return Response.status(502).entity(failure.getMessage()).build();
        }
    }

    /** The key is the header's. */
    @POST
    @Path("notes")
    @IdempotentOperation(name = "shop.note", checkArguments = false)
    public Response note(String text) {
        return Response.status(201)
                .header("Location", "notes/" + journal.write("note " + text))
                .entity(text)
                .build();
    }

    @POST
    @Path("forms")
    public String form() {
        return tokens.issue("shop.form", "order form").token();
    }

    @POST
    @Path("form")
    @IdempotentOperation(name = "shop.form", keyType = KeyType.TOKEN)
    public String submit(@QueryParam("text") String text) {
        if (text.equals("fails")) {
            throw new IllegalStateException("fails");
        }
        return "number " + journal.write("form " + text);
    }

    /** Within the authenticated caller only: nobody is, here. */
    @POST
    @Path("wish")
    @IdempotentOperation(name = "shop.wish", scope = Scope.CALLER)
    public void wish(String text) {
        journal.write("wish " + text);
    }

    @GET
    @Path("count")
    public long count(@QueryParam("what") String what) {
        return journal.count(what);
    }
}

package dev.idem.demo.fire.app;

import dev.idem.IdempotencyTokens;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One address for each operation; two of them are operations themselves. */
@Path("calls")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.TEXT_PLAIN)
@RequestScoped
public class Entrance {

    @Inject
    Shop shop;

    @Inject
    Till till;

    @Inject
    Post post;

    @Inject
    Effects effects;

    @Inject
    Moods moods;

    @Inject
    IdempotencyTokens tokens;

    @POST
    @Path("shop.note")
    public String note(Ask ask) {
        shop.note(ask);
        return Effects.silent("shop.note", ask);
    }

    @POST
    @Path("shop.buy")
    public String buy(Ask ask) {
        return shop.buy(ask);
    }

    @POST
    @Path("shop.decide")
    public String decide(Ask ask) {
        return shop.decide(ask);
    }

    @POST
    @Path("shop.tell")
    public String tell(Ask ask) {
        return shop.tell(ask);
    }

    @POST
    @Path("till.pay")
    public String pay(Ask ask) {
        return till.pay(ask);
    }

    @POST
    @Path("post.mail")
    public String mail(Ask ask) {
        return post.mail(ask);
    }

    @POST
    @Path("post.push")
    public String push(Ask ask) {
        return post.push(ask);
    }

    @POST
    @Path("web.order")
    @IdempotentOperation(name = "web.order", maxAttempts = 3)
    public Response order(Ask ask) {
        String answer = effects.add("web.order", ask);
        moods.suffer(ask);
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    /** The key of its effects is the ask's own: the token is secret. */
    @POST
    @Path("web.submit")
    @IdempotentOperation(name = "web.submit", keyType = KeyType.TOKEN)
    public String submit(Ask ask) {
        String answer = effects.add("web.submit", ask);
        moods.suffer(ask);
        return answer;
    }

    @POST
    @Path("token")
    public String token() {
        return tokens.issue("web.submit", "fire").token();
    }
}

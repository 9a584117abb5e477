package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations whose calls are counted, and what becomes of the span of a request. */
@RequestScoped
@Path("watched")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WatchedResource {

    @Inject
    Effects effects;

    @Inject
    WatchedShop shop;

    @POST
    @Path("orders")
    @IdempotentOperation(name = "watch.order")
    public Response order(Order order) {
        return answer(order);
    }

    /** As {@link #order}, for a test that counts. */
    @POST
    @Path("counted")
    @IdempotentOperation(name = "watch.counted")
    public Response counted(Order order) {
        return answer(order);
    }

    private Response answer(Order order) {
        effects.add(order.id());
        return order.items().isEmpty()
                ? Response.status(Response.Status.CONFLICT).build()
                : Response.ok().build();
    }

    @POST
    @Path("parked")
    @IdempotentOperation(name = "watch.parked", maxAttempts = 1, scope = Scope.GLOBAL)
    public void parked(Order order) {
        throw new IllegalStateException("never works");
    }

    @POST
    @Path("refused")
    @IdempotentOperation(name = "watch.refused", storeOn = IllegalArgumentException.class, scope = Scope.GLOBAL)
    public void refused(Order order) {
        throw new IllegalArgumentException("never wanted");
    }

    /** The attributes of the request's span after a call, and after its duplicate. */
    @GET
    @Path("spans/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public String spans(@PathParam("id") String id) throws ReflectiveOperationException {
        shop.buy(id);
        String ran = attributes();
        shop.buy(id);
        return String.join(
                System.lineSeparator(), Span.current().getSpanContext().getTraceId(), ran, attributes());
    }

    private static String attributes() throws ReflectiveOperationException {
        Method get =
                Class.forName("io.opentelemetry.sdk.trace.ReadableSpan").getMethod("getAttribute", AttributeKey.class);
        return Stream.of(
                        AttributeKey.stringKey("idem.operation"),
                        AttributeKey.stringKey("idem.key"),
                        AttributeKey.longKey("idem.attempt"),
                        AttributeKey.stringKey("idem.outcome"),
                        AttributeKey.booleanKey("idem.replayed"))
                .map(key -> key.getKey() + "=" + value(get, key))
                .collect(Collectors.joining(" "));
    }

    private static Object value(Method get, AttributeKey<?> key) {
        try {
            return get.invoke(Span.current(), key);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

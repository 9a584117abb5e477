package dev.idem.bench.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.idem.bench.app.Caller;
import dev.idem.bench.app.RoundOrder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a round, and says what it gave; asked as the server's resource is. */
final class RoundHandler implements HttpHandler {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private final Caller caller;

    RoundHandler(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, JSONB.toJson(caller.run(order(exchange))));
        } catch (Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            send(exchange, 500, trace.toString());
        }
    }

    private static RoundOrder order(HttpExchange exchange) {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Map<String, String> query = Stream.of(
                        exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return RoundOrder.of(path[path.length - 2], path[path.length - 1], query);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

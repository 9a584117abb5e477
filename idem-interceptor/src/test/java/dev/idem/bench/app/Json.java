package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** How the hand-written contenders write their result down: as Idem does, by JSON Binding. */
@ApplicationScoped
public class Json {

    private final Jsonb jsonb = JsonbBuilder.create();

    String text(Receipt receipt) {
        return jsonb.toJson(receipt);
    }

    Receipt receipt(String text) {
        return jsonb.fromJson(text, Receipt.class);
    }
}

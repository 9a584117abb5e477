package dev.idem.admin.alerts;

import dev.idem.inspect.Alert;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** A message as JSON. */
final class AlertJson {

    private AlertJson() {}

    static String of(AlertMessage message) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        message.alert().ifPresent(alert -> add(data, alert));
        data.add("text", message.text());
        if (!message.link().isEmpty()) {
            data.add("link", message.link());
        }
        return Json.createObjectBuilder()
                .add("type", "idem.alert." + message.kind().name().toLowerCase(Locale.ROOT))
                .add("timestamp", message.time().toString())
                .add("data", data)
                .build()
                .toString();
    }

    private static void add(JsonObjectBuilder data, Alert alert) {
        data.add("rule", alert.rule().name()).add("figure", alert.figure()).add("threshold", alert.threshold());
        alert.application().ifPresent(name -> data.add("application", name));
        alert.operation().ifPresent(name -> data.add("operation", name));
        if (!alert.subject().isEmpty()) {
            data.add("subject", alert.subject());
        }
    }
}

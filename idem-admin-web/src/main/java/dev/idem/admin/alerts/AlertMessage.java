package dev.idem.admin.alerts;

import dev.idem.inspect.Alert;
import dev.idem.inspect.AlertLine;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/** Messages to the receiver, as JSON. */
final class AlertMessage {

    private AlertMessage() {}

    /** About an alert that holds, or held. */
    static String of(AlertLine line, String link) {
        Alert alert = line.alert();
        JsonObjectBuilder data = Json.createObjectBuilder()
                .add("rule", alert.rule().name())
                .add("figure", alert.figure())
                .add("threshold", alert.threshold());
        alert.application().ifPresent(name -> data.add("application", name));
        alert.operation().ifPresent(name -> data.add("operation", name));
        if (!alert.subject().isEmpty()) {
            data.add("subject", alert.subject());
        }
        data.add("text", line.raised() ? AlertText.of(alert) : "It is over: " + AlertText.of(alert));
        return message(line.raised() ? "raised" : "cleared", line.changedAt(), data, link, AlertText.page(alert));
    }

    /** That says nothing but that it arrives. */
    static String test(Instant now, String link) {
        JsonObjectBuilder data = Json.createObjectBuilder().add("text", "This is a test. Nothing is the matter.");
        return message("test", now, data, link, "/settings/alerts");
    }

    private static String message(String what, Instant time, JsonObjectBuilder data, String link, String page) {
        if (!link.isEmpty()) {
            data.add("link", link.replaceFirst("/+$", "") + "/ui" + page);
        }
        return Json.createObjectBuilder()
                .add("type", "idem.alert." + what)
                .add("timestamp", time.toString())
                .add("data", data)
                .build()
                .toString();
    }
}

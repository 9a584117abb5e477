package dev.idem.admin.testing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of the API that nobody sends in good faith, made up from its document: something is wrong with each, or nothing is. */
public final class HostileCalls {

    private static final int LONGEST_TEXT = 400;
    private static final List<String> TYPES = List.of(
            "application/json", "application/json", "application/json", "application/json;charset=utf-16", "*/*");
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            " ",
            "a",
            "0",
            "-1",
            "null",
            "true",
            "POISON",
            "REPLAY",
            "because",
            "\u00e9",
            "\ud83d\ude00",
            "\u0001",
            "x".repeat(300),
            "[".repeat(2_000),
            "9".repeat(40),
            "1e999999999",
            "2026-11-27T00:00:00Z",
            "+292278994-08-17",
            "99999-12-31",
            "../",
            "'--",
            "<b>",
            "${7*7}",
            "%s%n");

    private final Random random;
    private final List<String> ids;
    private final List<Target> targets = new ArrayList<>();
    private final OpenAPI document;

    /**
     * Makes them up.
     *
     * @param ids what names something, so that not every path leads to nothing
     */
    public HostileCalls(OpenAPI document, List<String> ids, Random random) {
        this.document = document;
        this.ids = List.copyOf(ids);
        this.random = random;
        document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) ->
                        targets.add(new Target(method, path.replaceFirst("^/api/v1", ""), operation))));
    }

    /** A call. */
    public record Call(String method, String path, String type, byte[] body) {

        @Override
        public String toString() {
            return method + " " + path + " " + type + "\n" + new String(body, StandardCharsets.UTF_8);
        }
    }

    private record Target(HttpMethod method, String path, Operation operation) {}

    /** The next one. */
    public Call next() {
        Target target = one(targets);
        String method =
                random.nextInt(20) > 0 ? target.method().name() : one(List.of("PUT", "PATCH", "DELETE", "POST"));
        byte[] body = method.equals("GET") || method.equals("DELETE") ? new byte[0] : body(target.operation());
        return new Call(method, path(target) + query(target.operation()), one(TYPES), body);
    }

    private String path(Target target) {
        String path = target.path();
        while (path.contains("{")) {
            int from = path.indexOf('{');
            String name = random.nextInt(4) > 0 ? one(ids) : encoded(text().replaceAll("[/\\\\\u0001%;]", "_"));
            path = path.substring(0, from) + name + path.substring(path.indexOf('}') + 1);
        }
        return path;
    }

    private String query(Operation operation) {
        String query = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> "query".equals(parameter.getIn()))
                .map(Parameter::getName)
                .filter(name -> random.nextInt(3) == 0)
                .map(name -> name + "=" + encoded(text()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private byte[] body(Operation operation) {
        StringBuilder text = new StringBuilder(json(operation));
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            int from = random.nextInt(text.length());
            text.replace(from, Math.min(text.length(), from + random.nextInt(4)), one(PIECES));
        }
        Charset charset = random.nextInt(8) > 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16;
        return text.toString().getBytes(charset);
    }

    private String json(Operation operation) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        properties(operation).forEach((name, schema) -> {
            if (random.nextInt(6) > 0) {
                object.add(name, value(random.nextInt(6) > 0 ? schema : new Schema<>()));
            }
        });
        return object.build().toString();
    }

    @SuppressWarnings("rawtypes") // as the parser gives it
    private Map<String, Schema> properties(Operation operation) {
        if (operation.getRequestBody() == null) {
            return Map.of();
        }
        String reference = operation
                .getRequestBody()
                .getContent()
                .values()
                .iterator()
                .next()
                .getSchema()
                .get$ref();
        Schema<?> schema = Objects.requireNonNull(
                document.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1)));
        return Objects.requireNonNullElse(schema.getProperties(), Map.of());
    }

    private JsonValue value(Schema<?> schema) {
        return switch (Objects.requireNonNullElse(type(schema), "")) {
            case "integer", "number" -> Json.createValue(random.nextInt(4) > 0 ? random.nextInt(9) : random.nextLong());
            case "boolean" -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case "array" -> Json.createArrayBuilder().add(one(ids)).build();
            case "string" -> Json.createValue(random.nextBoolean() ? "because" : text());
            default -> one(List.of(JsonValue.NULL, JsonValue.EMPTY_JSON_ARRAY, JsonValue.EMPTY_JSON_OBJECT));
        };
    }

    /** OpenAPI 3.1 has many types for a schema. */
    private static @Nullable String type(Schema<?> schema) {
        return schema.getTypes() == null || schema.getTypes().isEmpty()
                ? schema.getType()
                : schema.getTypes().iterator().next();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(one(PIECES));
        }
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

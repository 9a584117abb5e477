package dev.idem.admin.api;

import dev.idem.admin.web.ApiPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** Adds to the document, when it is made, what is alike in all operations: who may call, and the answers that are problems. */
public final class CommonAnswers implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String BASIC = "basic";
    private static final String SESSION = "session";

    private static final Map<String, String> ALWAYS = texts(
            "400", "What was sent cannot be read.",
            "401", "Nobody is logged in.",
            "403", "The caller's roles do not allow it, or the call came from another site.",
            "404", "There is no such thing.",
            "429", "Too many logins failed from this address.",
            "503", "The store does not answer, or took too long.");

    private static final Map<String, String> CHANGING = texts(
            "409", "It is not possible as things are; a record that changed meanwhile is to be looked at again.",
            "413", "The content is too long.",
            "415", "The content is not JSON.",
            "422", "A field is unknown, missing or wrong, or the Idempotency-Key was used for another call.");

    private static final Map<String, String> PARAMETERS = texts(
            "after", "The next of the page before; nothing for the first page.",
            "size", "How many lines a page has, 1 to 100.",
            "from", "The first day, or from when on: 2026-01-31, or 2026-01-31T12:00:00Z. UTC.",
            "until", "The last day, or before when: 2026-01-31, or 2026-01-31T12:00:00Z. UTC.",
            "state", "One of the states that the answers have.",
            "cause", "A cause as a group has it.",
            "record", "A record's id.",
            "which", "ALL, OPEN, SUCCEEDED, DEDUPLICATED, FAILED or SKIPPED.");

    /** Created by the build. */
    public CommonAnswers() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents()
                .addSecurityScheme(
                        BASIC,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("Name and password of a user of the console. Makes no session."));
        document.getComponents()
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("IDEM_ADMIN")
                                .description(
                                        "A session of the console. Whatever changes something also sends the session's"
                                                + " token in the header X-CSRF-Token."));
        document.security(List.of(
                OASFactory.createSecurityRequirement().addScheme(BASIC),
                OASFactory.createSecurityRequirement().addScheme(SESSION)));
        ALWAYS.forEach((status, text) -> document.getComponents().addResponse(PROBLEM + status, problem(text)));
        CHANGING.forEach((status, text) -> document.getComponents().addResponse(PROBLEM + status, problem(text)));
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        SchemaRecords records = new SchemaRecords(schemas.keySet());
        schemas.forEach(records::complete);
        document.getPaths().getPathItems().forEach(CommonAnswers::complete);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("RFC 9457")
                .addProperty("type", text("Stable: programs compare it."))
                .addProperty("title", text("What kind it is."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What is wrong and what to do."))
                .addProperty(
                        "executed",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .description("False where it is certain that nothing was executed; else absent."));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static void complete(String address, PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            operation.operationId(method.name().toLowerCase(Locale.ROOT) + name(address));
            describe(operation.getParameters());
            answer(operation, ALWAYS);
            if (method == PathItem.HttpMethod.POST) {
                answer(operation, CHANGING);
            }
        });
    }

    /** Such as {@code KeysIdReplay}. */
    private static String name(String address) {
        return Arrays.stream(address.substring(1 + ApiPath.PATH.length()).split("[^A-Za-z]+", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static void describe(@Nullable List<Parameter> parameters) {
        if (parameters != null) {
            parameters.stream()
                    .filter(parameter -> PARAMETERS.containsKey(parameter.getName()))
                    .forEach(parameter -> parameter.description(PARAMETERS.get(parameter.getName())));
        }
    }

    private static void answer(Operation operation, Map<String, String> texts) {
        texts.forEach((status, text) -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM + status)));
    }

    private static APIResponse problem(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Map<String, String> texts(String... pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return texts;
    }
}

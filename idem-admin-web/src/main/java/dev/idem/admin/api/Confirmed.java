package dev.idem.admin.api;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision with the result that duplicates get; null for a method that returns nothing. */
public record Confirmed(
        Optional<Integer> version,
        String reason,
        @Schema(implementation = Object.class) JsonValue result) {}

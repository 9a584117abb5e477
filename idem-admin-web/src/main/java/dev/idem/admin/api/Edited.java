package dev.idem.admin.api;

import jakarta.json.JsonArray;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision with other arguments: all of them, one entry for each parameter; a mask stands for what is kept. They run under the
 * same key, or as a call of their own under a new one.
 */
public record Edited(
        Optional<Integer> version,
        String reason,
        @Schema(implementation = Object[].class) JsonArray arguments,
        Optional<Boolean> asNew) {}

package dev.idem.admin.api;

import jakarta.json.JsonArray;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Arguments to be kept as a draft: all of them, one entry for each parameter; a mask stands for what is to stay. */
public record Drafted(
        Optional<Integer> version,
        @Schema(implementation = Object[].class) JsonArray arguments) {}

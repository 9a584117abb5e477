package dev.idem.admin.api;

import dev.idem.inspect.ConflictLine;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call that came with the key and other arguments, which are masked, and was refused. */
public record ConflictView(
        Instant at,
        String source,
        Optional<String> caller,
        @Schema(implementation = Object.class) Optional<JsonValue> arguments,
        String node) {

    static ConflictView of(ConflictLine line) {
        return new ConflictView(
                line.at(), line.source(), line.caller(), line.arguments().map(Answers::kept), line.node());
    }
}

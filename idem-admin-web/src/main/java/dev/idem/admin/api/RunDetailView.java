package dev.idem.admin.api;

import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPart;
import java.util.List;
import java.util.Optional;

/** A run, and its calls by operation and by why they are left out. */
public record RunDetailView(RunView run, List<PartView> parts) {

    static RunDetailView of(RunLine run, List<RunPart> parts) {
        return new RunDetailView(
                RunView.of(run),
                parts.stream()
                        .map(part -> new PartView(
                                part.application(), part.operation(), part.leftOut(), part.count(), part.unknown()))
                        .toList());
    }

    /** Calls of one operation that fare alike. */
    public record PartView(String application, String operation, Optional<String> leftOut, long count, long unknown) {}
}

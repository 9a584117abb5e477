package dev.idem.admin.api;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import java.time.Instant;
import java.util.Optional;

/** What an operator asked for, and what became of it. */
public record RequestView(
        long id,
        RequestKind kind,
        RequestState state,
        String record,
        int version,
        Optional<RequestOutcome> outcome,
        Optional<String> detail,
        Optional<String> reason,
        String requestedBy,
        Instant requested,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<String> node,
        boolean edited,
        Optional<Long> run) {

    static RequestView of(RequestLine line) {
        return new RequestView(
                line.id(),
                line.kind(),
                line.state(),
                line.record().hex(),
                line.version(),
                line.outcome(),
                line.detail(),
                line.reason(),
                line.requestedBy(),
                line.requestedAt(),
                line.startedAt(),
                line.finishedAt(),
                line.node(),
                line.edited(),
                line.run());
    }
}

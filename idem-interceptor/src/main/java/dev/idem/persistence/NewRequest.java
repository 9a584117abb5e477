package dev.idem.persistence;

import dev.idem.RequestKind;
import dev.idem.engine.Digest;
import java.util.Optional;

/** A request as it is written first. */
record NewRequest(
        String actionToken,
        RequestKind kind,
        boolean done,
        boolean active,
        Digest record,
        String application,
        String operation,
        int recordEpoch,
        Optional<String> editedArguments,
        Optional<String> confirmedResult,
        Optional<String> reason,
        String requestedBy) {}

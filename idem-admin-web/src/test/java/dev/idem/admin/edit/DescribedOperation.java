package dev.idem.admin.edit;

import dev.idem.inspect.OperationInfo;
import java.time.Instant;
import java.util.Optional;

/** An operation of which nothing matters but its schema. */
final class DescribedOperation {

    private DescribedOperation() {}

    static Optional<OperationInfo> with(String schema) {
        return Optional.of(new OperationInfo(
                "shop",
                "buy",
                "Shop",
                "buy",
                "",
                "TRANSACTIONAL",
                "{}",
                Optional.of(schema),
                Optional.empty(),
                "node-1",
                Instant.EPOCH));
    }
}

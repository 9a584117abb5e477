package dev.idem.demo.transfers;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The business key of a {@link Transfer}, in the form Jakarta Persistence wants. */
public class TransferId implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String transferId;
    private @Nullable String accountId;

    public TransferId() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransferId id
                && Objects.equals(transferId, id.transferId)
                && Objects.equals(accountId, id.accountId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(transferId, accountId);
    }
}

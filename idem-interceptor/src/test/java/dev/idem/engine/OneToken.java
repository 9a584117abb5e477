package dev.idem.engine;

import dev.idem.InvalidTokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Is used once its transaction has committed. */
final class OneToken implements Admission {

    /** For each time it was asked for, whether its call had failed before. */
    final List<Boolean> asked = new ArrayList<>();

    final AtomicInteger late = new AtomicInteger();
    volatile boolean used;

    private final Transactions transactions;

    OneToken(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void admit(Call call, boolean failedBefore) {
        asked.add(failedBefore);
        if (used && !failedBefore && call.replay().isEmpty()) {
            throw new InvalidTokenException(call.operation().name(), "", "used", null);
        }
        transactions.afterCompletion(committed -> used |= committed);
    }

    @Override
    public void late(Call call) {
        late.incrementAndGet();
    }
}

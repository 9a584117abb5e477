package dev.idem.demo.techniques;

import dev.idem.demo.closings.ClosingService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;

/** A job that the timers of all nodes start. */
@Dependent
class DistributedLock implements Technique {

    private static final Profile PROFILE = new Profile(
            "lock",
            "Distributed lock",
            "The timers of all nodes start the same job (here five callers of one node): the record is the lock, in the database that they share anyway, and ends with the transaction; who comes meanwhile is told so at once.",
            "Every node does the job.",
            "closings.close",
            "closings/ClosingService.java",
            """
            @IdempotentOperation(name = "closings.close", key = "day", scope = Scope.GLOBAL, waitFor = "PT0S")
            public ClosedDay close(String day) {
                return closed(day);
            }
            """);

    private final ClosingService closings;

    @Inject
    DistributedLock(ClosingService closings) {
        this.closings = closings;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        return Repeated.call(() -> closings.close(subject).toString());
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        return Repeated.call(() -> closings.closeWithoutIdem(subject).toString());
    }

    @Override
    public long effects(String subject) {
        return closings.count(subject);
    }
}

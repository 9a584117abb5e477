package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;

/** Operations that join a transaction of {@code @Transactional}, and callers that swallow what they throw. */
@ApplicationScoped
public class JoinedShop {

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Inject
    JoinedShop self;

    @Transactional(dontRollbackOn = Exception.class)
    @IdempotentOperation(name = "joined.fail", key = "id", maxAttempts = 2)
    public void fail(String id, String how) throws IOException {
        effects.addAndFlush(id);
        switch (how) {
            case "checked" -> throw new IOException("checked");
            case "error" -> throw new AssertionError("error");
            case "runtime" -> throw new IllegalStateException("runtime");
            default -> {}
        }
    }

    @IdempotentOperation(name = "joined.inner", key = "id", waitFor = "PT0.5S")
    public String inner(String id, boolean fails) {
        effects.addAndFlush(id);
        if (fails) {
            throw new IllegalStateException("inner fails");
        }
        return "inner";
    }

    @IdempotentOperation(name = "joined.gated", key = "id", waitFor = "PT0.5S")
    public String gated(String id) {
        effects.addAndFlush(id);
        gates.pass(id);
        return "gated";
    }

    /** Swallows whatever the inner call throws and returns normally. */
    @Transactional
    public void swallow(String id) {
        effects.add("outer of " + id);
        try {
            self.inner(id, true);
        } catch (IllegalStateException swallowed) {
            effects.add("swallowed of " + id);
        }
    }

    @Transactional
    public String swallowBusy(String id) {
        effects.addAndFlush("outer of " + id);
        try {
            return self.gated(id);
        } catch (dev.idem.OperationInProgressException busy) {
            return "busy";
        }
    }

    /** Holds a statement's locks until its gate is opened. */
    @Transactional
    public void hold(String gate, String lockingStatement) {
        effects.execute(lockingStatement);
        gates.pass(gate);
    }

    /** Rolls back after the inner call has returned. */
    @Transactional
    public void rollBackLater(String id) {
        self.inner(id, false);
        throw new IllegalStateException("outer fails");
    }

    /** Calls a duplicate in the middle of its own work. */
    @Transactional
    public String workAroundDuplicate(String id) {
        effects.addAndFlush("before " + id);
        String answer = self.inner(id, false);
        effects.addAndFlush("after " + id);
        return answer;
    }
}

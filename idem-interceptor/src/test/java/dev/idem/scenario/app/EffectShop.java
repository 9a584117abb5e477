package dev.idem.scenario.app;

import dev.idem.CurrentOperation;
import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import dev.idem.OnUnknownOutcome;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Operations whose effects no rollback takes back. */
@ApplicationScoped
public class EffectShop {

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Inject
    CurrentOperation current;

    @Inject
    EffectShop self;

    @Resource(lookup = "java:app/concurrent/callers")
    ManagedExecutorService executor;

    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    @IdempotentOperation(
            name = "effect.pay",
            key = "id",
            mode = Mode.EXTERNAL_EFFECT,
            waitFor = "PT0S",
            noEffectOn = IllegalArgumentException.class)
    public String pay(String id, int amount) {
        failWhileBroken(id, new IllegalArgumentException("refused before anything was sent"));
        effects.addByJdbc(id);
        return "paid " + amount + " by attempt " + current.attempt();
    }

    /** The answer is lost after the effect. */
    @IdempotentOperation(name = "effect.timeout", key = "id", mode = Mode.EXTERNAL_EFFECT)
    public String timeout(String id) {
        effects.addByJdbc(id);
        failWhileBroken(id, new IllegalStateException("read time-out"));
        return "paid";
    }

    /** The far end is idempotent. */
    @IdempotentOperation(
            name = "effect.again",
            key = "id",
            mode = Mode.EXTERNAL_EFFECT,
            onUnknownOutcome = OnUnknownOutcome.RUN_AGAIN)
    public String again(String id) {
        effects.addByJdbc(id);
        failWhileBroken(id, new IllegalStateException("read time-out"));
        return "paid";
    }

    /** Something can tell whether it was sent: {@link SentProbe}. */
    @IdempotentOperation(name = "effect.probed", key = "id", mode = Mode.EXTERNAL_EFFECT)
    public void probed(String id, boolean sends) {
        if (sends) {
            effects.addByJdbc(id);
        }
        failWhileBroken(id, new IllegalStateException("read time-out"));
    }

    /** Runs until its gate opens. */
    @IdempotentOperation(
            name = "effect.slow",
            key = "id",
            mode = Mode.EXTERNAL_EFFECT,
            lease = "PT3S",
            waitFor = "PT0S")
    public String slow(String id, int amount) {
        effects.addByJdbc(id);
        gates.pass(id);
        return "paid " + amount;
    }

    @IdempotentOperation(name = "effect.outer", key = "id", mode = Mode.EXTERNAL_EFFECT)
    public String outer(String id) {
        return self.pay(id, 7);
    }

    @IdempotentOperation(name = "effect.itself", key = "id", mode = Mode.EXTERNAL_EFFECT)
    public String itself(String id) {
        return self.itself(id);
    }

    /** Its result cannot be stored. */
    @IdempotentOperation(name = "effect.unwritable", key = "id", mode = Mode.EXTERNAL_EFFECT)
    public Unwritable unwritable(String id) {
        effects.addByJdbc(id);
        return new Unwritable();
    }

    /** Returns at once, and has its effect when its gate opens. */
    @IdempotentOperation(
            name = "effect.later",
            key = "id",
            mode = Mode.EXTERNAL_EFFECT,
            lease = "PT3S",
            waitFor = "PT0S")
    public CompletionStage<String> later(String id) {
        return CompletableFuture.supplyAsync(
                () -> {
                    gates.pass(id);
                    effects.addByJdbc(id);
                    failWhileBroken(id, new IllegalStateException("read time-out"));
                    return "paid later";
                },
                executor);
    }

    /** The far end says no while broken. */
    @IdempotentOperation(name = "effect.sell", key = "id", mode = Mode.EXTERNAL_EFFECT, storeOn = OutOfStock.class)
    public String sell(String id) {
        effects.addByJdbc("asked for " + id);
        failWhileBroken(id, new OutOfStock("tea", 2));
        return "sold";
    }

    /** As {@link #sell}, when its gate opens. */
    @IdempotentOperation(
            name = "effect.sell-later",
            key = "id",
            mode = Mode.EXTERNAL_EFFECT,
            waitFor = "PT0S",
            storeOn = OutOfStock.class)
    public CompletionStage<String> sellLater(String id) {
        return CompletableFuture.supplyAsync(
                () -> {
                    gates.pass(id);
                    effects.addByJdbc("asked for " + id);
                    failWhileBroken(id, new OutOfStock("tea", 2));
                    return "sold";
                },
                executor);
    }

    @Transactional
    public String insideTransaction(String id) {
        return self.pay(id, 1);
    }

    /** What no JSON can be made of. */
    public static class Unwritable {

        public String getText() {
            throw new IllegalStateException("cannot be written");
        }
    }

    public void breakFor(String id) {
        broken.add(id);
    }

    public void repair(String id) {
        broken.remove(id);
    }

    private void failWhileBroken(String id, RuntimeException failure) {
        if (broken.contains(id)) {
            throw failure;
        }
    }
}

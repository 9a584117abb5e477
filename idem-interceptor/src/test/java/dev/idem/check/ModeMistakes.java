package dev.idem.check;

import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Mode;
import dev.idem.OnUnknownOutcome;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Modes, times and transactions. Each method is named after the mistake that is in it, {@code none} if there is none. */
@SuppressWarnings("unused")
class ModeMistakes {

    @Retry
    @IdempotentOperation(key = "id")
    public void none7(String id) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    @Retry
    @IdempotentOperation(key = "id")
    public void none8(String id) {}

    @IdempotentOperation(key = "id", waitFor = "5 seconds")
    public void badWait(String id) {}

    @IdempotentOperation(key = "id", waitFor = "-PT1S")
    public void badWait2(String id) {}

    @IdempotentOperation(key = "id", expireAfter = "P0D")
    public void badExpiry(String id) {}

    @IdempotentOperation(key = "id", expireAfter = "-P7D")
    public void badExpiry2(String id) {}

    @IdempotentOperation(key = "id", expireAfter = "a week")
    public void badExpiry3(String id) {}

    @IdempotentOperation(key = "id", lease = "PT0S", mode = Mode.EXTERNAL_EFFECT)
    public void badLease(String id) {}

    @IdempotentOperation(key = "id", lease = "PT2M")
    public void wrongMode(String id) {}

    @IdempotentOperation(key = "id", onUnknownOutcome = OnUnknownOutcome.RUN_AGAIN)
    public void wrongMode2(String id) {}

    @IdempotentOperation(key = "id", noEffectOn = IllegalStateException.class)
    public void wrongMode3(String id) {}

    @IdempotentOperation(key = "id", cacheFor = "soon")
    public void badCacheTime(String id) {}

    @IdempotentOperation(key = "id", cacheFor = "-PT1S")
    public void badCacheTime2(String id) {}

    @IdempotentOperation(key = "id", cacheFor = "PT1M0.001S")
    public void badCacheTime3(String id) {}

    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, cacheFor = "PT1S")
    public void badCacheTime4(String id) {}

    @IdempotentOperation(key = "id", cacheFor = "PT1M")
    public void none40(String id) {}

    @IdempotentOperation(key = "id", maxAttempts = -2)
    public void badAttempts(String id) {}

    @IdempotentOperation(key = "id", maxAttempts = 51)
    public void badAttempts2(String id) {}

    @IdempotentOperation(key = "id")
    public final void notInterceptable(String id) {}

    @IdempotentOperation(key = "id")
    private void notInterceptable2(String id) {}

    @IdempotentOperation(key = "id")
    public static void notInterceptable3(String id) {}

    @Retry
    @Transactional
    @IdempotentOperation(key = "id")
    public void retryInsideTransaction(String id) {}

    @IdempotentOperation(key = "id")
    public CompletionStage<String> asynchronousResult(String id) {
        throw new UnsupportedOperationException();
    }

    @IdempotentOperation(key = "id")
    public Future<String> asynchronousResult2(String id) {
        throw new UnsupportedOperationException();
    }

    @IdempotentOperation(key = "id", lease = "PT2S", mode = Mode.EXTERNAL_EFFECT)
    public void badLease2(String id) {}

    @IdempotentOperation(key = "id", lease = "PT1H", expireAfter = "PT1H", mode = Mode.EXTERNAL_EFFECT)
    public void badLease3(String id) {}

    @Transactional
    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
    public void externalInsideTransaction(String id) {}

    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
    public MoreLater unknownStage(String id) {
        return new MoreLater();
    }

    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
    public CompletionStage<String> none13(String id) {
        return CompletableFuture.completedFuture(id);
    }

    @POST
    @IdempotentOperation(keyType = KeyType.TOKEN, mode = Mode.EXTERNAL_EFFECT)
    public void none31(String id) {}

    @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, storeOn = IllegalArgumentException.class)
    public void none32(String id) {}

    /** A stage of a kind that nobody else can make. */
    static final class MoreLater extends CompletableFuture<String> {}

    @Stateless
    @SuppressWarnings("unused")
    static class SessionBean {

        @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
        public void externalInsideTransaction(String id) {}

        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT)
        public void none3(String id) {}

        @IdempotentOperation(key = "id")
        public void none(String id) {}

        @Retry
        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        @IdempotentOperation(key = "id")
        public void none2(String id) {}

        @Retry
        @IdempotentOperation(key = "id")
        public void retryInsideTransaction(String id) {}

        @Retry
        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        @IdempotentOperation(key = "id")
        public void retryInsideTransaction2(String id) {}
    }
}

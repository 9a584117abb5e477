package dev.idem.check;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.KeyReusedException;
import dev.idem.KeyType;
import dev.idem.Mode;
import dev.idem.NotFingerprinted;
import dev.idem.OnDuplicate;
import dev.idem.OnPoison;
import dev.idem.OnUnknownOutcome;
import dev.idem.Sensitive;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.File;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Beans with one mistake in each method, named after the id that is expected, and some without. */
final class Mistakes {

    private Mistakes() {}

    /** A card whose number is not shown. */
    public record Card(@Sensitive String number, String brand) {}

    /** An order paid by card. */
    public record Paid(String id, Card card) {}

    /** A type with a key source. */
    public record Sourced(String id) {}

    @SuppressWarnings("unused")
    static class PlainBean {

        @IdempotentOperation(key = "id")
        public void none(String id) {}

        @IdempotentOperation
        public void none2(@IdempotencyKey String id) {}

        @POST
        @IdempotentOperation
        public String none3(String id) {
            return id;
        }

        @IdempotentOperation(key = "id", skipIf = "known.contains(id)")
        public void none4(String id) {}

        @IdempotentOperation(key = "id", checkArguments = false)
        public void none5(String id, InputStream stream) {}

        @IdempotentOperation(key = "id")
        public void none6(String id, @NotFingerprinted InputStream stream) {}

        @IdempotentOperation(key = "paid.id() += paid.card.brand += 'paid.card.number'")
        public void none20(Paid paid) {}

        @IdempotentOperation(keyType = KeyType.TOKEN, key = "token")
        public void none21(@Sensitive String token) {}

        @IdempotentOperation(key = "paid.card().number()")
        public void sensitiveKey(Paid paid) {}

        @IdempotentOperation(key = "paid.id += paid.card")
        public void sensitiveKey2(Paid paid) {}

        @IdempotentOperation
        public void sensitiveKey3(@IdempotencyKey @Sensitive String number) {}

        @IdempotentOperation
        public void sensitiveKey4(@IdempotencyKey Card card) {}

        @IdempotentOperation(key = "number")
        public void sensitiveKey5(@Sensitive String number) {}

        @Retry
        @IdempotentOperation(key = "id")
        public void none7(String id) {}

        @Transactional(Transactional.TxType.SUPPORTS)
        @Retry
        @IdempotentOperation(key = "id")
        public void none8(String id) {}

        @IdempotentOperation(name = "a\nb", key = "id")
        public void badName(String id) {}

        @IdempotentOperation(key = "id..")
        public void badKeyExpression(String id) {}

        @IdempotentOperation(key = "oder.id")
        public void badKeyExpression2(String order) {}

        @IdempotentOperation
        public void noKeySource(String id) {}

        @IdempotentOperation(key = "id")
        public void severalKeySources(@IdempotencyKey String id) {}

        @IdempotentOperation
        public void none9(Sourced sourced, String id) {}

        @IdempotentOperation(key = "id")
        public void none10(Sourced sourced, String id) {}

        @IdempotentOperation
        public void none11(@IdempotencyKey Sourced one, Sourced other) {}

        @IdempotentOperation
        public void none12(@IdempotencyKey String id, TextMessage message) {}

        @IdempotentOperation
        public void severalKeySources2(Sourced one, Sourced other) {}

        @POST
        @IdempotentOperation
        public void severalKeySources3(Sourced sourced) {}

        @IdempotentOperation(key = "id")
        public Message notCarriable3(String id) {
            throw new UnsupportedOperationException();
        }

        @IdempotentOperation(key = "id")
        public void notCarriable4(String id, List<Message> messages) {}

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

        @IdempotentOperation(key = "id", maxAttempts = -2)
        public void badAttempts(String id) {}

        @IdempotentOperation(key = "id", maxAttempts = 51)
        public void badAttempts2(String id) {}

        @IdempotentOperation(key = "id", onPoison = OnPoison.ACKNOWLEDGE)
        public String acknowledgedResult(String id) {
            return id;
        }

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

        @IdempotentOperation(key = "id")
        public InputStream notCarriable(String id) {
            throw new UnsupportedOperationException();
        }

        @IdempotentOperation(key = "id")
        public void notCarriable2(String id, InputStream stream) {}

        @IdempotentOperation(key = "id", skipIf = "true")
        public String badSkipExpression(String id) {
            return id;
        }

        @IdempotentOperation(key = "id", skipIf = "unknown.contains(id)")
        public void badSkipExpression2(String id) {}

        @IdempotentOperation(key = "id", skipIf = "(")
        public void badSkipExpression3(String id) {}

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
        @IdempotentOperation(keyType = KeyType.TOKEN)
        public void none13(String text, String other) {}

        @IdempotentOperation(keyType = KeyType.TOKEN)
        public void none14(int amount, String token) {}

        @IdempotentOperation(keyType = KeyType.TOKEN, key = "token")
        public void none15(String text, String token) {}

        @IdempotentOperation(keyType = KeyType.TOKEN)
        public void tokenAndKeyParameter(@IdempotencyKey String token) {}

        @IdempotentOperation(keyType = KeyType.TOKEN)
        public void noKeySource2(int amount) {}

        @IdempotentOperation(keyType = KeyType.TOKEN)
        public void noKeySource3(String one, String other) {}

        @IdempotentOperation(keyType = KeyType.TOKEN, key = "tokn")
        public void badKeyExpression3(String token) {}

        @POST
        @IdempotentOperation
        public InputStream streamedResponse() {
            throw new UnsupportedOperationException();
        }

        @POST
        @IdempotentOperation
        public StreamingOutput streamedResponse2() {
            throw new UnsupportedOperationException();
        }

        @POST
        @IdempotentOperation
        public File streamedResponse3() {
            throw new UnsupportedOperationException();
        }

        @POST
        @IdempotentOperation
        public void suspendedResponse(@Suspended AsyncResponse response) {}

        @POST
        @IdempotentOperation
        public void suspendedResponse2(@Context SseEventSink sink) {}

        @IdempotentOperation(key = "id", storeOn = IllegalArgumentException.class, parkOn = IllegalStateException.class)
        public void none29(String id) {}

        @IdempotentOperation(key = "id", storeOn = NumberFormatException.class, parkOn = IllegalArgumentException.class)
        public void overlappingExceptions(String id) {}

        @IdempotentOperation(key = "id", storeOn = RuntimeException.class, parkOn = IllegalArgumentException.class)
        public void overlappingExceptions2(String id) {}

        @IdempotentOperation(key = "id", storeOn = UncheckedIOException.class)
        public void notRebuildable(String id) {}

        @IdempotentOperation(key = "id", storeOn = VirtualMachineError.class)
        public void notRebuildable2(String id) {}

        @IdempotentOperation(key = "id", storeOn = KeyReusedException.class)
        public void notRebuildable3(String id) {}

        @POST
        @IdempotentOperation(keyType = KeyType.TOKEN, mode = Mode.EXTERNAL_EFFECT)
        public void none31(String id) {}

        @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, storeOn = IllegalArgumentException.class)
        public void none32(String id) {}
    }

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

    @MessageDriven
    @SuppressWarnings("unused")
    static class Listener {

        @IdempotentOperation(key = "message", onDuplicate = OnDuplicate.REJECT)
        public void rejectingListener(String message) {}
    }
}

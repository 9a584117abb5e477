package dev.idem.check;

import dev.idem.IdempotentOperation;
import dev.idem.KeyReusedException;
import dev.idem.NotFingerprinted;
import dev.idem.OnDuplicate;
import dev.idem.OnPoison;
import jakarta.ejb.MessageDriven;
import jakarta.jms.Message;
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

/** Arguments, results and exceptions. Each method is named after the mistake that is in it, {@code none} if there is none. */
@SuppressWarnings("unused")
class AnswerMistakes {

    @IdempotentOperation(key = "id", skipIf = "known.contains(id)")
    public void none4(String id) {}

    @IdempotentOperation(key = "id", checkArguments = false)
    public void none5(String id, InputStream stream) {}

    @IdempotentOperation(key = "id")
    public void none6(String id, @NotFingerprinted InputStream stream) {}

    @IdempotentOperation(key = "id")
    public Message notCarriable3(String id) {
        throw new UnsupportedOperationException();
    }

    @IdempotentOperation(key = "id")
    public void notCarriable4(String id, List<Message> messages) {}

    @IdempotentOperation(key = "id", onPoison = OnPoison.ACKNOWLEDGE)
    public String acknowledgedResult(String id) {
        return id;
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

    @MessageDriven
    @SuppressWarnings("unused")
    static class Listener {

        @IdempotentOperation(key = "message", onDuplicate = OnDuplicate.REJECT)
        public void rejectingListener(String message) {}
    }
}

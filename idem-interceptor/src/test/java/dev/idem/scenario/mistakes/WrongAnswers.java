package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import dev.idem.OnPoison;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Results and exceptions. */
@ApplicationScoped
public class WrongAnswers {

    @Reported(id = "IDEM-0011", text = "onPoison = ACKNOWLEDGE would have to invent a result")
    @IdempotentOperation(key = "id", onPoison = OnPoison.ACKNOWLEDGE)
    public String acknowledgedResult(String id) {
        return id;
    }

    @Reported(id = "IDEM-0015", text = "a TRANSACTIONAL operation commits when the method returns, before Completion")
    @IdempotentOperation(key = "id")
    public CompletionStage<String> laterResult(String id) {
        return CompletableFuture.completedFuture(id);
    }

    @Reported(id = "IDEM-0016", text = "the result cannot be stored: ")
    @IdempotentOperation(key = "id")
    public InputStream streamedResult(String id) {
        return InputStream.nullInputStream();
    }

    @Reported(id = "IDEM-0016", text = "parameter content cannot be fingerprinted: ")
    @IdempotentOperation(key = "id")
    public void streamedArgument(String id, InputStream content) {}

    @Reported(id = "IDEM-0017", text = "skipIf on a method that returns something")
    @IdempotentOperation(key = "id", skipIf = "true")
    public String skippedResult(String id) {
        return id;
    }

    @Reported(id = "IDEM-0024", text = "storeOn lists java.io.UncheckedIOException, which has no constructor")
    @IdempotentOperation(key = "id", storeOn = UncheckedIOException.class)
    public void unmakeableRefusal(String id) {}

    @Reported(id = "IDEM-0025", text = "one exception could be both java.lang.NumberFormatException of storeOn and")
    @IdempotentOperation(key = "id", storeOn = NumberFormatException.class, parkOn = IllegalArgumentException.class)
    public void refusedAndParked(String id) {}
}

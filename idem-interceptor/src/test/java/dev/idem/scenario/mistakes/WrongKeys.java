package dev.idem.scenario.mistakes;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;

/** Names and keys. */
@ApplicationScoped
public class WrongKeys {

    /** Its twin is in {@link WrongSession}; which of the two is named first is the server's choice. */
    @IdempotentOperation(name = "orders.place", key = "id")
    public void place(String id) {}

    @Reported(id = "IDEM-0002", text = "an operation name has 1 to 200 characters")
    @IdempotentOperation(name = "orders\tplace", key = "id")
    public void unprintableName(String id) {}

    @Reported(id = "IDEM-0003", text = "key = \"oder.id\": unknown name: oder (parameters: order)")
    @IdempotentOperation(key = "oder.id")
    public void unknownName(String order) {}

    @Reported(id = "IDEM-0004", text = "nothing says what the key of a call is")
    @IdempotentOperation
    public void noKey(String id) {}

    @Reported(id = "IDEM-0005", text = "the key is given by key() and by @IdempotencyKey")
    @IdempotentOperation(key = "id")
    public void twoKeys(@IdempotencyKey String id) {}

    @Reported(id = "IDEM-0035", text = "with keyType = TOKEN the key is a token, and @IdempotencyKey says that it is")
    @IdempotentOperation(keyType = KeyType.TOKEN)
    public void tokenAsKey(@IdempotencyKey String token) {}

    @Reported(id = "IDEM-0058", text = "the key is made of card, which is or holds something @Sensitive")
    @IdempotentOperation(key = "card")
    public void shownKey(@Sensitive String card) {}
}

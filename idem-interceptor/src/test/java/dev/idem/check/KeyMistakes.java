package dev.idem.check;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Sensitive;
import jakarta.jms.TextMessage;
import jakarta.ws.rs.POST;

/** Names, keys and tokens. Each method is named after the mistake that is in it, {@code none} if there is none. */
@SuppressWarnings("unused")
class KeyMistakes {

    /** A card whose number is not shown. */
    public record Card(@Sensitive String number, String brand) {}

    /** An order paid by card. */
    public record Paid(String id, Card card) {}

    /** A type with a key source. */
    public record Sourced(String id) {}

    @IdempotentOperation(key = "id")
    public void none(String id) {}

    @IdempotentOperation
    public void none2(@IdempotencyKey String id) {}

    @POST
    @IdempotentOperation
    public String none3(String id) {
        return id;
    }

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
}

package dev.idem.refusal;

import dev.idem.IdempotencyException;
import dev.idem.engine.RefusalCodec;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The refusals of one operation: exceptions of the types it declares. Immutable, for many threads at once. */
public final class DeclaredRefusals implements RefusalCodec {

    private final List<RefusalType> types;

    private DeclaredRefusals(List<RefusalType> types) {
        this.types = types;
    }

    /**
     * For one operation.
     *
     * @param types the types it declares
     * @param values writes and reads their properties
     */
    public static RefusalCodec of(List<Class<? extends Throwable>> types, CarriedValues values) {
        return types.isEmpty()
                ? NONE
                : new DeclaredRefusals(types.stream()
                        .map(type -> new RefusalType(type, values))
                        .toList());
    }

    /**
     * Why exceptions of a type cannot be refusals.
     *
     * @param carriable tells whether values of a type can be written and read
     * @return empty if they can
     */
    public static Optional<String> problem(Class<? extends Throwable> type, Predicate<Type> carriable) {
        if (IdempotencyException.class.isAssignableFrom(type)) {
            return Optional.of("is an answer of Idem's own");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return Optional.of("is abstract, and could not be thrown again");
        }
        return new Constructions(type, carriable).find().isEmpty()
                ? Optional.of("has no constructor by which it could be made again")
                : Optional.empty();
    }

    @Override
    public boolean declares(Throwable failure) {
        return types.stream().anyMatch(each -> each.type().isInstance(failure));
    }

    @Override
    public String encode(Throwable refusal) {
        return Stream.<Class<?>>iterate(refusal.getClass(), each -> each != null, Class::getSuperclass)
                .flatMap(each -> types.stream().filter(known -> known.type() == each))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(refusal.getClass() + " is not declared"))
                .write(refusal);
    }

    @Override
    public Throwable decode(String text) {
        KeptRefusal kept = KeptRefusal.parse(text);
        return types.stream()
                .filter(known -> known.type().getName().equals(kept.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kept.type() + " is not in storeOn"))
                .read(kept);
    }
}

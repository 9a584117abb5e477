package dev.idem.transaction;

import jakarta.transaction.TransactionManager;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells Payara's current invocation of a component which transaction it is in. A connection that the component takes
 * from a data source is enlisted in its invocation's transaction: without this, plain JDBC would write beside a
 * transaction that was begun at the transaction manager, and stay after its rollback. Payara's own
 * {@code @Transactional} does the same. Elsewhere there is nothing to tell.
 */
final class Invocation {

    private static final ClassValue<Optional<Method>> JOINS = methods("preInvokeTx", 1);
    private static final ClassValue<Optional<Method>> LEAVES = methods("postInvokeTx", 2);

    private Invocation() {}

    /** A transaction was begun in it. */
    static void joins(TransactionManager manager) {
        call(manager, JOINS, false);
    }

    /** Its transaction is about to end. */
    static void leaves(TransactionManager manager) {
        call(manager, LEAVES, false, false);
    }

    private static void call(TransactionManager manager, ClassValue<Optional<Method>> methods, Object... flags) {
        Optional<Method> method = methods.get(manager.getClass());
        if (method.isEmpty()) {
            return; // another server ties connections to the thread's transaction by itself
        }
        try {
            method.get().invoke(manager, flags);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("the invocation could not be told of its transaction", failure);
        }
    }

    /** Payara's method of a transaction manager's class. */
    private static ClassValue<Optional<Method>> methods(String name, int flags) {
        Class<?>[] types = new Class<?>[flags];
        Arrays.fill(types, boolean.class);
        return new ClassValue<>() {
            @Override
            protected Optional<Method> computeValue(Class<?> type) {
                try {
                    return Optional.of(type.getMethod(name, types));
                } catch (NoSuchMethodException notPayara) {
                    return Optional.empty();
                }
            }
        };
    }
}

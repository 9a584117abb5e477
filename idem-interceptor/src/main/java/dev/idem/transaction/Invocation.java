package dev.idem.transaction;

import jakarta.transaction.TransactionManager;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Tells Payara's current invocation of a component which transaction it is in. A connection that the component takes
 * from a data source is enlisted in its invocation's transaction: without this, plain JDBC would write beside a
 * transaction that was begun at the transaction manager, and stay after its rollback. Payara's own
 * {@code @Transactional} does the same. Elsewhere there is nothing to tell.
 */
final class Invocation {

    private Invocation() {}

    /** A transaction was begun in it. */
    static void joins(TransactionManager manager) {
        call(manager, "preInvokeTx", false);
    }

    /** Its transaction is about to end. */
    static void leaves(TransactionManager manager) {
        call(manager, "postInvokeTx", false, false);
    }

    private static void call(TransactionManager manager, String name, Object... flags) {
        Class<?>[] types = new Class<?>[flags.length];
        Arrays.fill(types, boolean.class);
        try {
            Method method = manager.getClass().getMethod(name, types);
            method.invoke(manager, flags);
        } catch (NoSuchMethodException notPayara) {
            // another server ties connections to the thread's transaction by itself
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("the invocation could not be told of its transaction", failure);
        }
    }
}

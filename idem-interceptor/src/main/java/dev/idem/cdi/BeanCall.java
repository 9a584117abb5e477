package dev.idem.cdi;

import org.jspecify.annotations.Nullable;

/** Calls the method of an operation as its callers do, with all its interceptors. */
interface BeanCall {

    /**
     * Calls it.
     *
     * @throws Throwable what the method throws
     */
    void call(@Nullable Object[] arguments) throws Throwable;
}

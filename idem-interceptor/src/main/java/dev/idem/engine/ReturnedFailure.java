package dev.idem.engine;

/** Stands for a returned value that means failure, such as an HTTP response outside 2xx, in the kept attempts. */
public final class ReturnedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReturnedFailure(Object result) {
        super("the method returned a failure: " + result.getClass().getName(), null, false, false);
    }
}

package dev.idem.cdi;

import java.util.List;

/**
 * Our place among the enabled interceptors: inside MicroProfile Fault Tolerance. Payara finds the place of its own
 * interceptor by a search that may put it behind ours, and a setting can move it, so numbers do not suffice.
 */
final class InterceptorOrder {

    private static final Class<?> OURS = IdempotencyInterceptor.class;

    private InterceptorOrder() {}

    /** Moves ours behind fault tolerance in the list of enabled interceptors, if it stands before. */
    static void correct(List<Class<?>> enabled) {
        int ours = enabled.indexOf(OURS);
        int retry = lastFaultTolerance(enabled);
        if (ours >= 0 && ours < retry) {
            enabled.add(retry + 1, OURS);
            enabled.remove(ours);
        }
    }

    /** Tells whether ours runs inside fault tolerance, or there is none. */
    static boolean correctIn(List<? extends Class<?>> resolved) {
        return lastFaultTolerance(resolved) < resolved.indexOf(OURS);
    }

    private static int lastFaultTolerance(List<? extends Class<?>> interceptors) {
        int last = -1;
        for (int i = 0; i < interceptors.size(); i++) {
            if (interceptors.get(i).getSimpleName().contains("FaultTolerance")) {
                last = i;
            }
        }
        return last;
    }
}

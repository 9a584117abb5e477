package dev.idem.scenario.mistakes;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Fault tolerance that the application brings. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class OwnFaultToleranceInterceptor {

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (IllegalStateException failure) {
            return call.proceed();
        }
    }
}

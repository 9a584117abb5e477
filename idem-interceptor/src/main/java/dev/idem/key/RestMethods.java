package dev.idem.key;

import java.lang.reflect.Method;

/** Recognises REST resource methods. Stateless. */
public final class RestMethods {

    private RestMethods() {}

    /**
     * Tells whether a method, or one it overrides, answers HTTP requests; sub-resource locators do not.
     *
     * @param method the method as declared in its class
     */
    public static boolean isResourceMethod(Method method) {
        return false;
    }
}

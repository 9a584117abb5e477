package dev.idem.cdi;

import java.security.Principal;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Gives a call a caller in Payara's security context of the thread: session beans check {@code @RolesAllowed} against it,
 * and a body sees it as who called. Payara has an API for that and Jakarta EE has none.
 */
final class CallerIdentity {

    private static final String CONTEXT = "com.sun.enterprise.security.SecurityContext";
    private static final String CALLER = "org.glassfish.security.common.PrincipalImpl";
    private static final String GROUP = "org.glassfish.security.common.Group";

    private CallerIdentity() {}

    /** Tells whether this server has that API. */
    static boolean possible() {
        try {
            type(CONTEXT);
            type(CALLER);
            type(GROUP);
            return true;
        } catch (ClassNotFoundException otherServer) {
            return false;
        }
    }

    /** The same call with a caller, and the thread's own one afterwards. */
    static BeanCall of(RunAs caller, BeanCall call) {
        return arguments -> {
            @Nullable Object before = current();
            makeCurrent(context(caller));
            try {
                call.call(arguments);
            } finally {
                makeCurrent(before);
            }
        };
    }

    private static @Nullable Object current() throws ReflectiveOperationException {
        return type(CONTEXT).getMethod("getCurrent").invoke(null);
    }

    private static void makeCurrent(@Nullable Object context) throws ReflectiveOperationException {
        type(CONTEXT).getMethod("setCurrent", type(CONTEXT)).invoke(null, context);
    }

    private static Object context(RunAs caller) throws ReflectiveOperationException {
        Subject subject = new Subject();
        Set<Principal> principals = subject.getPrincipals();
        principals.add(principal(CALLER, caller.name()));
        for (String role : new TreeSet<>(caller.roles())) {
            principals.add(principal(GROUP, role));
        }
        return type(CONTEXT).getConstructor(String.class, Subject.class).newInstance(caller.name(), subject);
    }

    private static Principal principal(String type, String name) throws ReflectiveOperationException {
        return (Principal) type(type).getConstructor(String.class).newInstance(name);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, CallerIdentity.class.getClassLoader());
    }
}

package dev.idem.check;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Scope;
import java.lang.annotation.Annotation;
import java.util.Arrays;

/** What kind of component a bean is. */
public enum BeanKind {
    /** A plain CDI bean, REST resources included. */
    CDI,
    /** A session bean. */
    SESSION,
    /** A message-driven bean, maybe declared in a descriptor. */
    MESSAGE_DRIVEN;

    private static final String LISTENER = "jakarta.jms.MessageListener";

    /** The kind of a bean class. */
    public static BeanKind of(Class<?> bean) {
        if (bean.isAnnotationPresent(MessageDriven.class) || (listens(bean) && !scoped(bean))) {
            return MESSAGE_DRIVEN;
        }
        boolean session = bean.isAnnotationPresent(Stateless.class)
                || bean.isAnnotationPresent(Singleton.class)
                || bean.isAnnotationPresent(Stateful.class);
        return session ? SESSION : CDI;
    }

    /** Tells whether a class is a JMS message listener. By name, as not every server has the type. */
    public static boolean listens(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (Arrays.stream(each.getInterfaces())
                    .anyMatch(direct -> direct.getName().equals(LISTENER))) {
                return true;
            }
        }
        return false;
    }

    private static boolean scoped(Class<?> bean) {
        return Arrays.stream(bean.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(NormalScope.class) || type.isAnnotationPresent(Scope.class));
    }
}

package dev.idem.check;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;

/** What kind of component a bean is. */
public enum BeanKind {
    /** A plain CDI bean, REST resources included. */
    CDI,
    /** A session bean. */
    SESSION,
    /** A message-driven bean. */
    MESSAGE_DRIVEN;

    /** The kind of a bean class. */
    public static BeanKind of(Class<?> bean) {
        if (bean.isAnnotationPresent(MessageDriven.class)) {
            return MESSAGE_DRIVEN;
        }
        boolean session = bean.isAnnotationPresent(Stateless.class)
                || bean.isAnnotationPresent(Singleton.class)
                || bean.isAnnotationPresent(Stateful.class);
        return session ? SESSION : CDI;
    }
}

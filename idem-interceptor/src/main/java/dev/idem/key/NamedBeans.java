package dev.idem.key;

import java.util.Optional;

/** Finds the beans that expressions name. Implementations serve many threads at once. */
@FunctionalInterface
public interface NamedBeans {

    /**
     * Finds a bean.
     *
     * @param name as in {@code @Named}
     * @return empty if no bean has this name
     */
    Optional<Object> find(String name);

    /** No beans at all. */
    static NamedBeans none() {
        return name -> Optional.empty();
    }
}

package dev.idem.engine;

import java.util.Optional;
import java.util.Set;

/** Port: the operations that are deployed here. Implementations serve many threads at once. */
public interface ReplayTargets {

    /** Their names. */
    Set<String> operations();

    /** One of them, by name. */
    Optional<ReplayTarget> target(String operation);
}

package dev.idem.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: which operations an application has deployed. Works inside the transaction that is running. */
public interface OperationCatalogue {

    /**
     * Notes that operations are deployed now.
     *
     * @param application the application
     * @param entries all its operations
     * @return the names catalogued before that are missing now and still have records that bind, in order
     */
    List<String> announce(String application, Collection<Entry> entries);

    /**
     * Notes that a node runs operations that were announced.
     *
     * @param application the application
     * @param operations their names
     * @return how many of them are in the catalogue
     */
    int seen(String application, Collection<String> operations);

    /**
     * A deployed operation.
     *
     * @param operation its name
     * @param className the bean's class
     * @param methodName the method
     * @param parameterTypes the method's generic parameter types, separated by commas
     * @param mode where its effect is
     * @param settings its settings in force, as a JSON object
     * @param argumentSchema its parameters and its result, as a JSON object
     * @param notReplayable why a worker cannot call it, at most 500 characters; empty if it can
     */
    record Entry(
            String operation,
            String className,
            String methodName,
            String parameterTypes,
            String mode,
            String settings,
            String argumentSchema,
            Optional<String> notReplayable) {}
}

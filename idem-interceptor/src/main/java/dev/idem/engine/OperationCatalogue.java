package dev.idem.engine;

import java.util.Collection;
import java.util.List;

/** Port: which operations an application has deployed. */
public interface OperationCatalogue {

    /**
     * Notes that operations are deployed now, in a transaction of its own.
     *
     * @param application the application
     * @param operations the names of all its operations
     * @return the names catalogued before that are missing now and still have records that bind, in order
     */
    List<String> announce(String application, Collection<String> operations);
}

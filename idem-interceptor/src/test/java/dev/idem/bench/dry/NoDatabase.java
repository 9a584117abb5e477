package dev.idem.bench.dry;

import dev.idem.engine.OperationCatalogue;
import dev.idem.engine.StoreCheck;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.List;

/** What the start asks of a database. */
@Alternative
@Priority(1)
@ApplicationScoped
public class NoDatabase implements StoreCheck, OperationCatalogue {

    @Override
    public void check() {}

    @Override
    public List<String> announce(String application, Collection<Entry> entries) {
        return List.of();
    }

    @Override
    public int seen(String application, Collection<String> operations) {
        return operations.size();
    }
}

package dev.idem.persistence;

import dev.idem.engine.RecordKey;
import dev.idem.inspect.OperationInfo;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;

/** Finds the records of a key by the indexes there are: the key has none, for every new record would pay for it. */
final class KeyLookUp {

    private final Conditions conditions = new Conditions("r");

    private KeyLookUp() {}

    /** Those that an operation of the catalogue has in one of the scopes. */
    static KeyLookUp byHash(String key, Set<String> scopes, List<OperationInfo> operations) {
        List<byte[]> hashes = operations.stream()
                .flatMap(each ->
                        scopes.stream().map(within -> RecordKey.of(each.application(), each.operation(), within, key)))
                .map(each -> each.hash().bytes())
                .toList();
        KeyLookUp found = new KeyLookUp();
        found.conditions.add("r.keyHash in (:hashes)", "hashes", hashes);
        return found;
    }

    /** Those that are few at any time, in whatever scope. */
    static KeyLookUp undecided(String key) {
        KeyLookUp found = new KeyLookUp();
        found.conditions.add("r.state in ('IN_PROGRESS', 'POISON', 'OUTCOME_UNKNOWN', 'DISMISSED')");
        found.conditions.equal("key", key);
        return found;
    }

    String where() {
        return conditions.where();
    }

    <Q extends Query> Q on(Q query) {
        return conditions.on(query);
    }
}

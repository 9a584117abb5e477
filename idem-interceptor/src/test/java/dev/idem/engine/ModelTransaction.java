package dev.idem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A running transaction; used by its own thread, its locks under the database's monitor. */
final class ModelTransaction {

    final Map<Digest, StoredRecord> writes = new HashMap<>();
    final List<String> effects = new ArrayList<>();
    final List<FailedAttempt> attempts = new ArrayList<>();
    final List<Conflict> conflicts = new ArrayList<>();
    final List<Consumer<Boolean>> listeners = new ArrayList<>();
    final Set<Digest> running = new HashSet<>();
    boolean rollbackOnly;
}

package dev.idem.model;

import dev.idem.engine.Digest;
import dev.idem.fire.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a running transaction has written. */
record OpenTransaction(Map<Digest, Row> writes, List<Effect> effects, Map<Digest, Integer> failures, Health health) {

    /** How the database sees it. */
    enum Health {
        GOOD,
        /** A lock was not to be had: it refuses every statement, and a commit is told to have happened. */
        ABORTED,
        /** Its connection broke. */
        GONE
    }

    static OpenTransaction begun() {
        return ended(Health.GOOD);
    }

    static OpenTransaction ended(Health health) {
        return new OpenTransaction(new HashMap<>(), new ArrayList<>(), new HashMap<>(), health);
    }

    OpenTransaction copy() {
        return new OpenTransaction(new HashMap<>(writes), new ArrayList<>(effects), new HashMap<>(failures), health);
    }
}

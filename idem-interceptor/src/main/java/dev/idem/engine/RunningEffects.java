package dev.idem.engine;

import java.util.Optional;

/** Port: names what the innermost body that runs in this thread does, one after the other. */
public interface RunningEffects {

    /** The name of the next effect; empty outside an idempotent operation. */
    Optional<Effect> next();

    /**
     * An effect of a running body.
     *
     * @param key the key of its record
     * @param id different for every effect of every attempt, made of the key's digest, the attempt and the position
     */
    record Effect(Digest key, String id) {}
}

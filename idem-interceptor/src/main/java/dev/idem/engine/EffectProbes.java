package dev.idem.engine;

import dev.idem.spi.EffectProbe;

/** Port: asks the application whether an effect happened. Implementations serve many threads at once. */
public interface EffectProbes {

    /** What the application found; {@link EffectProbe.Effect#UNKNOWN} if it cannot answer, or fails. Never throws. */
    EffectProbe.Finding ask(RecordKey key);
}

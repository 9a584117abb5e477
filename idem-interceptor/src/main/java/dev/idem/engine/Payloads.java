package dev.idem.engine;

import java.util.Optional;

/** Port: how payloads stand in their columns, in plain or encrypted. Implementations serve many threads at once. */
public interface Payloads {

    /**
     * What is stored of a payload.
     *
     * @throws StoreFailure if it cannot be encrypted
     */
    String sealed(String payload, PayloadPlace place);

    /**
     * The payload of what is stored.
     *
     * @throws UnreadablePayload if it cannot be read where it stands
     */
    String opened(String stored, PayloadPlace place);

    /** As {@link #sealed(String, PayloadPlace)}. */
    default Optional<String> sealed(Optional<String> payload, PayloadPlace place) {
        return payload.map(text -> sealed(text, place));
    }

    /** The payload, or why there is none. */
    default Opened open(Optional<String> stored, PayloadPlace place) {
        try {
            return new Opened(stored.map(text -> opened(text, place)), Optional.empty());
        } catch (UnreadablePayload unreadable) {
            return new Opened(Optional.empty(), Optional.of(unreadable.reason()));
        }
    }

    /**
     * What was read.
     *
     * @param text the payload, if there is one and it can be read
     * @param unreadable why it cannot be read
     */
    record Opened(Optional<String> text, Optional<String> unreadable) {}
}

package dev.idem.engine;

import java.util.Optional;

/** Port: the deployed operations whose calls bring a token. Implementations serve many threads at once. */
public interface TokenOperations {

    /** One of them, by name; empty if there is none, or its key is no token. */
    Optional<TokenOperation> named(String name);

    /** What has to be known to issue a token for an operation. */
    interface TokenOperation {

        String name();

        /** How long its finished records bind. */
        Retention expireAfter();

        /**
         * The scope of the calls of someone.
         *
         * @throws IllegalArgumentException if such calls have none; the message says why
         */
        String scope(Caller caller);
    }
}

package dev.idem.observe;

/** What spans and log lines say of a call. The names are for ever: searches and alerts of others use them. */
final class Attributes {

    private static final String PREFIX = "idem.";

    static final String OPERATION = PREFIX + "operation";
    static final String KEY = PREFIX + "key";
    static final String ATTEMPT = PREFIX + "attempt";
    static final String OUTCOME = PREFIX + "outcome";
    static final String REPLAYED = PREFIX + "replayed";

    private Attributes() {}
}

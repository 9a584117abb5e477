package dev.idem.inspect;

/**
 * Remembers what was called by the operators' API under the keys that callers give, so that a call that is sent again is
 * done once and answered alike. A key is the caller's own, and stands for one request, for a day at least by the database
 * clock; afterwards it is as new.
 *
 * <p>{@link #begin}, then what is to be done with the token it gives, then {@link #end}: a caller that got no answer sends the
 * same again, and the token makes it one action. Each is a transaction of its own; none may be running.
 *
 * <p>Safe for use by many threads. Both throw {@link StoreUnreachableException} if the database does not answer.
 */
public interface ApiCalls {

    /** The most characters of a key. */
    int LONGEST_KEY = 255;

    /**
     * Takes note of a call.
     *
     * @param caller the caller's name
     * @param key the key the caller gave
     * @param request all that makes it this request: method, address, content
     * @return what to do with it
     */
    ApiCall begin(String caller, String key, String request);

    /**
     * Keeps the answer, unless one is kept. A refusal is not to be kept: the same call may succeed later.
     *
     * @param caller the caller's name
     * @param key the key the caller gave
     * @param answer what the caller gets, now and each further time
     */
    void end(String caller, String key, ApiCall.Answered answer);
}

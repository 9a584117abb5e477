package dev.idem;

/**
 * CDI event: a replay that an operator asked for has ended, and its outcome is kept. Fired after the commit, in the
 * node that carried it out, at most once for each request: a process that dies in between fires none. An observer's
 * exception is logged and changes nothing.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 * @param request the number of the request
 * @param outcome how it ended
 */
public record ReplayFinished(String operation, String maskedKey, long request, RequestOutcome outcome) {}

package dev.idem;

/**
 * CDI event: a body ran and its transaction committed. Fired after the commit, in the calling thread, at most once per
 * completed record: a process that dies in between fires none. An observer's exception is logged and changes nothing.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 */
public record OperationCompleted(String operation, String maskedKey) {}

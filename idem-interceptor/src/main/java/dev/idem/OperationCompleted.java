package dev.idem;

/**
 * CDI event: a body ran and its transaction committed. Fired after the commit, at most once per completed record: a
 * process that dies in between fires none. An observer's exception is logged and changes nothing.
 *
 * <p>Where Idem began the transaction, an observer runs in the calling thread and may use the database. Where the call
 * joined one, it runs in that transaction's completion, which still holds its connection: leave the database alone
 * there, or hand the work to another thread.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 */
public record OperationCompleted(String operation, String maskedKey) {}

package dev.idem;

/**
 * CDI event: a call was answered from its record. Fired in the calling thread, outside its own transaction where the
 * call began it; an observer's exception is logged and changes nothing.
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 */
public record DuplicateAnswered(String operation, String maskedKey) {}

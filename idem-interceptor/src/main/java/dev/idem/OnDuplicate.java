package dev.idem;

/** What a call gets whose record is already completed. */
public enum OnDuplicate {
    /** The stored result, as if the call had just run. */
    RETURN_STORED,
    /** {@link DuplicateOperationException}. */
    REJECT
}

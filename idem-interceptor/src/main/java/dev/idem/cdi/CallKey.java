package dev.idem.cdi;

import java.util.Optional;

/** Where the key of an operation's calls comes from. */
@FunctionalInterface
interface CallKey {

    /**
     * The key of a call, checked.
     *
     * @return empty if the call carries none
     * @throws RuntimeException if it carries one that cannot be used; the message says why
     */
    Optional<String> of(Object[] arguments);

    /** Arguments as they may be kept for people to read: as written, but for what nobody but the caller may know. */
    default String concealed(String written, Object[] arguments) {
        return written;
    }
}

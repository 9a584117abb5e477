package dev.idem.inspect;

import java.util.Optional;

/**
 * The items of a run that belong to one operation and fare alike. Immutable.
 *
 * @param application the application
 * @param operation the operation's name
 * @param leftOut why they are left out; empty if they are to run
 * @param count how many
 * @param unknown how many of them have an outcome that is not known
 */
public record RunPart(String application, String operation, Optional<String> leftOut, long count, long unknown) {}

/**
 * Exceptions as stored answers: what of a refusal is kept, and by which constructor of a declared type it is made again.
 * Types come from the operation's annotation only, never from a text.
 */
@NullMarked
package dev.idem.refusal;

import org.jspecify.annotations.NullMarked;

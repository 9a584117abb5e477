/**
 * What an application uses: the binding {@link dev.idem.IdempotentOperation} with its enums, the injectables and the
 * exceptions a caller may meet.
 */
@NullMarked
package dev.idem;

import org.jspecify.annotations.NullMarked;

/** An application with {@code @Retry}. */
@NullMarked
package dev.idem.cdi.sample;

import org.jspecify.annotations.NullMarked;

/** The application that is set on fire: every way into an idempotent operation, each effect a row. */
@NullMarked
package dev.idem.demo.fire.app;

import org.jspecify.annotations.NullMarked;

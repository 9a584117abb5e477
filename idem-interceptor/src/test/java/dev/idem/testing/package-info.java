/** What integration tests share. */
@NullMarked
package dev.idem.testing;

import org.jspecify.annotations.NullMarked;

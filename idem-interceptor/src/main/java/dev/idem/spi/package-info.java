/** What an extender implements: each interface is one CDI bean an application may bring instead of the default. */
@NullMarked
package dev.idem.spi;

import org.jspecify.annotations.NullMarked;

/** A small WAR that listens to a broker, without the library. */
@NullMarked
package dev.idem.testing.sample;

import org.jspecify.annotations.NullMarked;

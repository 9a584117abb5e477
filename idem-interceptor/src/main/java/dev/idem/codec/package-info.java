/** The default {@link dev.idem.spi.ArgumentCodec}, on Jakarta JSON Binding 3.0. */
@NullMarked
package dev.idem.codec;

import org.jspecify.annotations.NullMarked;

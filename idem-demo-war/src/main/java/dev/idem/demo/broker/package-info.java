/** The glue to the broker: the only place of the demo that knows it. */
@NullMarked
package dev.idem.demo.broker;

import org.jspecify.annotations.NullMarked;

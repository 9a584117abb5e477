/** A Kafka broker for the demo and its tests. */
@NullMarked
package dev.idem.demo.kafka;

import org.jspecify.annotations.NullMarked;

/** Kafka, by its own client, which only the WAR for Kafka has. */
@NullMarked
package dev.idem.demo.broker.kafka;

import org.jspecify.annotations.NullMarked;

/** RocketMQ, by its own client, which only the WAR for RocketMQ has. */
@NullMarked
package dev.idem.demo.broker.rocketmq;

import org.jspecify.annotations.NullMarked;

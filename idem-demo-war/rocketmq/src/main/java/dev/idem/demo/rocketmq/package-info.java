/** A RocketMQ broker for the demo and its tests. */
@NullMarked
package dev.idem.demo.rocketmq;

import org.jspecify.annotations.NullMarked;

/** Artemis, through its resource adapter: what a WAR for another broker leaves out. */
@NullMarked
package dev.idem.demo.broker.artemis;

import org.jspecify.annotations.NullMarked;

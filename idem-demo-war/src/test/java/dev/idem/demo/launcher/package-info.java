/** Starts the demo (database, Payara Micro, WAR), plays the order story over HTTP and counts effects. */
@NullMarked
package dev.idem.demo.launcher;

import org.jspecify.annotations.NullMarked;

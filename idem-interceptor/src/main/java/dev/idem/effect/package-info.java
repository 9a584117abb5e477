/**
 * What goes on beside calls with external effects: leases are renewed, lost ones found, and the application is asked what
 * happened.
 */
@NullMarked
package dev.idem.effect;

import org.jspecify.annotations.NullMarked;

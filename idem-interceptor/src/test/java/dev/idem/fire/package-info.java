/** Judges what clients were told against what happened, wherever the calls ran: in a model, or on servers under fire. */
@NullMarked
package dev.idem.fire;

import org.jspecify.annotations.NullMarked;

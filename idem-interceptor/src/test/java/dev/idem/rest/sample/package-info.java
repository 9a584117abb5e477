/** A WAR that bundles the library and asks it about the requests it serves. */
@NullMarked
package dev.idem.rest.sample;

import org.jspecify.annotations.NullMarked;

/**
 * What the parameters and the caller of a method say about a call: its key, its scope, its fingerprint and its arguments
 * as JSON.
 */
@NullMarked
package dev.idem.key;

import org.jspecify.annotations.NullMarked;

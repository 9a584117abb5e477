/**
 * The engine as a model: it runs unchanged over a store that is a value, so that every order of the steps of several
 * callers, with nodes that die, answers that are lost and leases that run out in between, is gone through.
 */
@NullMarked
package dev.idem.model;

import org.jspecify.annotations.NullMarked;

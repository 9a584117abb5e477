/** The store on real databases: one contract, inherited by a class for each of them. */
@NullMarked
package dev.idem.persistence;

import org.jspecify.annotations.NullMarked;

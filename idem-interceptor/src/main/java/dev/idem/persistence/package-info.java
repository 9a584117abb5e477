/**
 * Records and failed attempts in the database: the only package that knows the tables. What differs between databases
 * stands in one class for each vendor.
 */
@NullMarked
package dev.idem.persistence;

import org.jspecify.annotations.NullMarked;

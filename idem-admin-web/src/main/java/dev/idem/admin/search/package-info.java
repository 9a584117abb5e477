/** Finds what an operator types: an order number, a record's id, a token, somebody's name. */
@NullMarked
package dev.idem.admin.search;

import org.jspecify.annotations.NullMarked;

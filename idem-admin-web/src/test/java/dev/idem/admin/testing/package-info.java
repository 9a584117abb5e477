/** A running console and what tests put into its database. */
@NullMarked
package dev.idem.admin.testing;

import org.jspecify.annotations.NullMarked;

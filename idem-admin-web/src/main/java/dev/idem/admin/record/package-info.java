/** One record: what is known of it, and what an operator may do about it. */
@NullMarked
package dev.idem.admin.record;

import org.jspecify.annotations.NullMarked;

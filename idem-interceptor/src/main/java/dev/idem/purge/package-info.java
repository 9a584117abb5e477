/**
 * Deletes what is no longer needed, on every node, in small batches at a pace that leaves the database to the calls.
 */
@NullMarked
package dev.idem.purge;

import org.jspecify.annotations.NullMarked;

/** Runs: one action on many calls, planned, confirmed, watched and steered. */
@NullMarked
package dev.idem.admin.runs;

import org.jspecify.annotations.NullMarked;

/**
 * The algorithm and the legal moves, free of any container: who may run, who gets which answer, what a failure leaves
 * behind. Its ports {@link dev.idem.engine.RecordStore}, {@link dev.idem.engine.Transactions} and
 * {@link dev.idem.engine.CurrentRequest} are implemented elsewhere.
 */
@NullMarked
package dev.idem.engine;

import org.jspecify.annotations.NullMarked;

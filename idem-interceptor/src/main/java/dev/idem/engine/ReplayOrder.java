package dev.idem.engine;

/**
 * A run that an operator asked for: the one call that may run a parked record.
 *
 * @param request the number of the request
 * @param key the record's key; a replay never computes one anew
 * @param epoch the version of the record that is to be replayed
 * @param edited whether its arguments are others than those the record was parked with
 */
public record ReplayOrder(long request, RecordKey key, int epoch, boolean edited) {}

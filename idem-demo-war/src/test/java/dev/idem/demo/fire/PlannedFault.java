package dev.idem.demo.fire;

/**
 * A fault that is to come.
 *
 * @param kind what
 * @param node of which node, from 0
 * @param pauseMillis how long after the one before
 */
record PlannedFault(FaultKind kind, int node, int pauseMillis) {}

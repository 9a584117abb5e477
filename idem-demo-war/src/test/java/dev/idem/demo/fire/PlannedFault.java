package dev.idem.demo.fire;

/**
 * A fault that is to come.
 *
 * @param kind what
 * @param node of which node, from 0
 * @param pauseMillis how long after the one before
 * @param both whether it may end a node while the other one is down; else it comes later
 */
record PlannedFault(FaultKind kind, int node, int pauseMillis, boolean both) {}

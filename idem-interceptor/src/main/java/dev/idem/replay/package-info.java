/**
 * Carries out what operators asked of the application: replays, dry runs, probes, confirmations. Every node has a worker
 * that claims requests for the operations it has deployed; a claim that is not renewed is taken over.
 */
@NullMarked
package dev.idem.replay;

import org.jspecify.annotations.NullMarked;

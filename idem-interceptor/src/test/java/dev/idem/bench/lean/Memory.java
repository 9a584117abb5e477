package dev.idem.bench.lean;

/**
 * What a server needs.
 *
 * @param heap bytes in use after a collection
 * @param beside bytes in use for classes and compiled code
 * @param classes how many are loaded
 */
public record Memory(long heap, long beside, int classes) {}

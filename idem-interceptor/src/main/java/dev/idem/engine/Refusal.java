package dev.idem.engine;

import java.util.UUID;

/**
 * A body's deterministic no.
 *
 * @param attempt the attempt whose body it was
 * @param thrown what the body threw
 * @param text as stored
 */
record Refusal(UUID attempt, Throwable thrown, String text) {}

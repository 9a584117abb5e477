package dev.idem.demo.broker;

/**
 * A message as a broker hands it over.
 *
 * @param messageId the broker's own id of it
 * @param hint what the broker says about repetition, in its own words
 * @param text what it says
 */
public record Arrival(String messageId, String hint, String text) {}

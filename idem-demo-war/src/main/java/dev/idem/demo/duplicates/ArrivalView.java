package dev.idem.demo.duplicates;

/**
 * A message that arrived, as shown.
 *
 * @param messageId the broker's own id of it
 * @param hint what the broker said about repetition
 * @param node where it arrived
 */
public record ArrivalView(String messageId, String hint, String node) {}

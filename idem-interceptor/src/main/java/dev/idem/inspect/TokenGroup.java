package dev.idem.inspect;

/**
 * The tokens that one application issued for one caller and purpose. Immutable, for all threads.
 *
 * @param application the application that issued them
 * @param subject whom they were issued for, "" for nobody known
 * @param purpose what for
 */
public record TokenGroup(String application, String subject, String purpose) {}

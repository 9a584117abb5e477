package dev.idem.demo.techniques;

/**
 * What the page says of a technique.
 *
 * @param id its name in addresses
 * @param title its name in words
 * @param what what it is, in one sentence
 * @param without what happens without Idem, in one sentence
 * @param operation the name of its operation; "" if it needs none
 * @param source where its code is, below {@code dev/idem/demo}
 * @param code the lines of it that matter
 */
public record Profile(
        String id, String title, String what, String without, String operation, String source, String code) {}

package dev.idem.admin.record;

/**
 * An action in words.
 *
 * @param name what it is called
 * @param button what its button says: how many, and what
 * @param consequence what happens, and whether it can be undone
 */
public record ActionText(String name, String button, String consequence) {}

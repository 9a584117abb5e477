package dev.idem.fire;

/**
 * An effect that is there in the end: a business row, or what a far end did.
 *
 * @param call whose effect it is
 * @param answer what a caller gets who is told of it
 */
public record Effect(Identity call, String answer) {}

package dev.idem.fire;

/**
 * One call that a client sent, and what it was told.
 *
 * @param client names the client
 * @param call what it called
 * @param told what it was told
 * @param calm whether it was sent after all trouble had ended
 */
public record Exchange(String client, Identity call, Told told, boolean calm) {}

package dev.idem.admin.api;

/** The record whose draft was discarded, and whether there was one. */
public record DiscardedView(String record, boolean discarded) {}

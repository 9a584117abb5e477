package dev.idem.admin.api;

/** The number of a view that was removed. */
public record RemovedView(long number) {}

package dev.idem.admin.api;

/** Why. */
public record Why(String reason) {}

package dev.idem.admin.api;

/** A user, and why. */
public record NamedUser(String name, String reason) {}

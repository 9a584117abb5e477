package dev.idem.admin.api;

/** What was deleted. */
public record PurgedView(String record) {}

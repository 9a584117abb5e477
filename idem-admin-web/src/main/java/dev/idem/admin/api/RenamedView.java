package dev.idem.admin.api;

/** What a view is to be called, and whether everybody has it. */
public record RenamedView(String name, boolean shared) {}

package dev.idem.admin.api;

/** A filter to be saved: of the list poison, keys, tokens or audit, as it stands in the address of its page. */
public record NamedFilter(String list, String name, String query, boolean shared) {}

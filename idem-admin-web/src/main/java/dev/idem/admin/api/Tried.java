package dev.idem.admin.api;

import java.util.Optional;

/** What is said to try something that changes nothing. */
public record Tried(Optional<Integer> version, Optional<String> reason) {}

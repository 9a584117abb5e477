package dev.idem.admin.api;

import java.util.Optional;

/** How a test message fared; error says why the receiver did not take it. */
public record TestedView(Optional<String> error) {}

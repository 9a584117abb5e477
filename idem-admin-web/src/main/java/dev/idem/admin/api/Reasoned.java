package dev.idem.admin.api;

import java.util.Optional;

/** What a decision says: the version of the record it was made on, unless If-Match has it, and why. */
public record Reasoned(Optional<Integer> version, String reason) {}

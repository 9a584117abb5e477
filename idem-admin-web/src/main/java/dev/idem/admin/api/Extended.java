package dev.idem.admin.api;

import java.util.Optional;

/** A decision with the days from now for which a key is protected, 1 to 3650. */
public record Extended(Optional<Integer> version, String reason, int days) {}

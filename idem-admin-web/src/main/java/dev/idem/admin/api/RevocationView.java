package dev.idem.admin.api;

import java.util.Optional;

/** What was revoked. */
public record RevocationView(String application, Optional<String> token, String subject, String purpose) {}

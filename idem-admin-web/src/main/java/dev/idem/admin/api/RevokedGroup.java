package dev.idem.admin.api;

/** Which tokens are revoked, and why; subject is "" for nobody known. */
public record RevokedGroup(String application, String subject, String purpose, String reason) {}

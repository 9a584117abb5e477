package dev.idem.admin.api;

/** What is to be written about a cause, and the version that its writer saw, 0 if there was none. */
public record Noted(
        String application, String operation, String cause, int version, String owner, String ticket, String note) {}

package dev.idem.admin.api;

import java.util.List;

/** Alerts, the last changed first. */
public record AlertList(List<AlertView> alerts) {}

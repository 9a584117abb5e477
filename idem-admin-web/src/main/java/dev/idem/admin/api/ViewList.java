package dev.idem.admin.api;

import java.util.List;

/** Saved views, by name. */
public record ViewList(List<ViewView> views) {}

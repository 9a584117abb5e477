package dev.idem.scenario.listener;

/** A message as the application sees it. */
public record Event(String id, String text) {}

package dev.idem.scenario.app;

import dev.idem.Sensitive;

/** What pays; its number is nobody's business. */
public record Card(@Sensitive String number, String brand) {}

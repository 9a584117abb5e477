package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that wants to have its external effect.
 *
 * @param claimant the call and its attempt
 * @param arguments its arguments as JSON, if they could be written: kept until its outcome is known
 * @param lease how long its claim holds without being renewed
 */
public record EffectStart(Claimant claimant, Optional<String> arguments, Duration lease) {}

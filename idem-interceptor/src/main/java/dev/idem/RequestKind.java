package dev.idem;

/** What an operator asked for. */
public enum RequestKind {
    /** Run a parked call again under the same key. Done by the application. */
    REPLAY,
    /** Rebuild the arguments, validate them, resolve the operation, without an effect. Done by the application. */
    DRY_RUN,
    /** Ask the application's {@code EffectProbe} whether the effect happened. Done by the application. */
    PROBE,
    /** Complete a parked call with a result that the application checks against the method's return type. */
    CONFIRM,
    /** Decide that a parked call never runs. Done at once. */
    DISMISS,
    /** Make a dismissed call poison again. Done at once. */
    RESTORE,
    /** Free a parked call: the next delivery runs it. Done at once. */
    RELEASE,
    /** End the protection of a finished key now. Done at once. */
    EXPIRE,
    /** Protect a finished key for longer. Done at once. */
    EXTEND
}

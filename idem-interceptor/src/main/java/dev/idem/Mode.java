package dev.idem;

/** What kind of effect an operation has. */
public enum Mode {
    /** The effect is in the database: record and business data commit in one JTA transaction. */
    TRANSACTIONAL,
    /** The effect is outside the database (mail, payment provider, file): claimed before, completed after. */
    EXTERNAL_EFFECT
}

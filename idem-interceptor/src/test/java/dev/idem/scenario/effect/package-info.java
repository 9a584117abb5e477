/** An application whose node dies while an effect outside the database is under way. */
package dev.idem.scenario.effect;

/** An application whose node dies while it carries out replays and an effect outside the database. */
package dev.idem.scenario.dying;

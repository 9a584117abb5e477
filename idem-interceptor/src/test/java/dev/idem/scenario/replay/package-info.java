/** An application whose node dies while it carries out what an operator asked for. */
package dev.idem.scenario.replay;

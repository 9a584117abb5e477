/** An application of message listeners. */
package dev.idem.scenario.listener;

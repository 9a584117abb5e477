/**
 * What can be seen of Idem from outside: metrics, health, attributes of traces, the context of log lines. Each is there
 * where the server or the application has its API, and Idem runs without any of them.
 */
@NullMarked
package dev.idem.observe;

import org.jspecify.annotations.NullMarked;

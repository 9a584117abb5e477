package dev.idem.cdi;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of how the calls of one operation come in.
 *
 * @param messages whether they come as messages, unless they come by HTTP
 * @param id the transport's own id of a delivery, from the arguments
 */
record Deliveries(boolean messages, Function<Object[], Optional<String>> id) {}

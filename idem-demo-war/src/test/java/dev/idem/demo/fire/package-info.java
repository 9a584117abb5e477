/** Two nodes, a database and a broker under fire: nothing is lost, and nothing has its effect twice. */
@NullMarked
package dev.idem.demo.fire;

import org.jspecify.annotations.NullMarked;

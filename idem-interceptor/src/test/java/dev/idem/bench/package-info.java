/** What Idem costs, next to others: {@code ./mvnw -Pbench}. */
@NullMarked
package dev.idem.bench;

import org.jspecify.annotations.NullMarked;

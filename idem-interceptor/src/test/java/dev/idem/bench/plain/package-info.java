/** The contenders without a server: Weld SE, Narayana, Agroal and Hibernate, around the same library. */
@NullMarked
package dev.idem.bench.plain;

import org.jspecify.annotations.NullMarked;

/** An application as small as can be, that is deployed with Idem and without. */
@NullMarked
package dev.idem.bench.lean;

import org.jspecify.annotations.NullMarked;

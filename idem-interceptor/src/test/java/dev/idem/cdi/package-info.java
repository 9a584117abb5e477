@NullMarked
package dev.idem.cdi;

import org.jspecify.annotations.NullMarked;

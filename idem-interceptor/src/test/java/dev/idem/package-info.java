@NullMarked
package dev.idem;

import org.jspecify.annotations.NullMarked;

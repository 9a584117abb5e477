@NullMarked
package dev.idem.refusal;

import org.jspecify.annotations.NullMarked;

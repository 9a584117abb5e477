@NullMarked
package dev.idem.cipher;

import org.jspecify.annotations.NullMarked;

/** Stock: deducted by who knows its version. */
@NullMarked
package dev.idem.demo.inventory;

import org.jspecify.annotations.NullMarked;

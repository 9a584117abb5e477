/** Rules the demo keeps. */
@NullMarked
package dev.idem.demo;

import org.jspecify.annotations.NullMarked;

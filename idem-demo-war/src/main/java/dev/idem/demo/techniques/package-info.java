/** The page that shows every technique with and without Idem. */
@NullMarked
package dev.idem.demo.techniques;

import org.jspecify.annotations.NullMarked;

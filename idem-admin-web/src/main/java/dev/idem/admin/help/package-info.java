/** How to use the console by programs. */
@NullMarked
package dev.idem.admin.help;

import org.jspecify.annotations.NullMarked;

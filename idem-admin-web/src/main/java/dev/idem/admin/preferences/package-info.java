/** How a user wants to see the console. */
@NullMarked
package dev.idem.admin.preferences;

import org.jspecify.annotations.NullMarked;

/** What holds for the whole console. */
@NullMarked
package dev.idem.admin;

import org.jspecify.annotations.NullMarked;

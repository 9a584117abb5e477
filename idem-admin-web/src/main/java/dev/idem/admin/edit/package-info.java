/** Edit and replay: a parked call runs with other arguments, under the same key. */
@NullMarked
package dev.idem.admin.edit;

import org.jspecify.annotations.NullMarked;
